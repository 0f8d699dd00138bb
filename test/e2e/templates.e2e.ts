import { expect, it } from 'vitest';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { withSharedSodate } from './with-sodate.ts';

const world = withSharedSodate();

it('puts a template onto the empty canvas with its settings, and takes it back as one step', async () => {
  const { sodate, browser } = world;
  const api = await signInByApi({ sodate });
  const { id: journey } = await api.journeys.create.mutate({ name: '休眠' });
  const context = await openSignedIn({ sodate, browser });
  const page = await context.newPage();
  await page.goto(`${sodate.url}/journeys/${journey}`);
  await page.getByRole('button', { name: /休眠リードの掘り起こし/ }).click();
  await page.getByText('一覧から追加').first().waitFor();
  await expect
    .poll(async () => (await api.journeys.draft.query({ journey })).graph.settings.audience)
    .toMatchObject({ kind: 'events', atMost: 0 });
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: 'どんなときに始めますか' }).waitFor();
  await context.close();
});
