import type { JourneyId } from '@sodate/journey/id';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { publishShort } from './publish-short.ts';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { withSharedSodate } from './with-sodate.ts';

const world = withSharedSodate();
const { sodate } = world;
const agreed = { topic: 'marketing', given: true, wording: '製品のご案内', source: '展示会' } as const;
let page: Page;
let journey: JourneyId;

beforeAll(async () => {
  const api = await signInByApi({ sodate });
  const organisation = await api.organisation.read.query();
  const sender = { ...organisation.sender, postalAddress: '東京都中央区日本橋1-2-3' };
  await api.organisation.update.mutate({ sender });
  const [mail] = (await api.mails.list.query({})).rows.filter(({ kind }) => kind === 'marketing');
  ({ id: journey } = await api.journeys.create.mutate({ name: '展示会のお礼' }));
  await publishShort({ api, journey, middle: { type: 'send-mail', config: { mail: mail?.id ?? '' } } });
  for (const [name, email] of [
    ['木村 拓', 'kimura@a.example'],
    ['森 さくら', 'mori@a.example'],
  ] as const) {
    const { lead } = await api.leads.create.mutate({ fields: { name, email } });
    if (name === '木村 拓') await api.leads.noteConsent.mutate({ ...agreed, lead });
    await api.enrollments.enrol.mutate({ journey, lead });
  }
  const context = await openSignedIn(world);
  page = await context.newPage();
});

it('tells what came of a mail node, and opens each number into its leads', async () => {
  await page.goto(`${sodate.url}/journeys/${journey}`);
  await page.locator('.react-flow__node[data-id="n_1"]').dblclick();
  await page.getByRole('tab', { name: '実績' }).click();
  const panel = page.getByRole('tabpanel');
  const unsent = panel.getByRole('button', { name: '配信の同意がない 1' });
  await unsent.waitFor();
  await unsent.press('Enter');
  const people = panel.getByRole('region', { name: '配信の同意がない' });
  const shown = people.getByRole('link');
  await shown.first().waitFor();
  expect(await shown.allInnerTexts()).toEqual([expect.stringContaining('森 さくら')]);
  await unsent.press('Enter');
  await people.waitFor({ state: 'detached' });
  expect(await panel.getByRole('listitem').filter({ hasText: '着いた人' }).innerText()).toContain('2');
});
