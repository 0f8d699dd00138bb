import type { JourneyId } from '@sodate/journey/id';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { openContext } from './launch-chromium.ts';
import { publishShort } from './publish-short.ts';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { withSharedSodate } from './with-sodate.ts';

const world = withSharedSodate();
const { sodate } = world;
let journey: JourneyId;

beforeAll(async () => {
  const api = await signInByApi({ sodate });
  ({ id: journey } = await api.journeys.create.mutate({ name: '見せたい流れ' }));
  await publishShort({ api, journey });
});

async function openEditor(): Promise<Page> {
  const context = await openSignedIn(world);
  const page = await context.newPage();
  await page.goto(`${sodate.url}/journeys/${journey}`);
  return page;
}

it('lets somebody without an account read a journey, until the link is revoked', async () => {
  const editor = await openEditor();
  await editor.getByRole('button', { name: 'その他' }).click();
  await editor.getByRole('menuitem', { name: 'リンクで共有する' }).click();
  await editor.getByLabel('今の人数も見せる').check();
  await editor.getByRole('button', { name: '共有リンクをつくる' }).click();
  const link = await editor.getByRole('textbox', { name: '作ったリンク' }).inputValue();
  const { pathname } = new URL(link);

  const stranger = await (await openContext({ browser: world.browser })).newPage();
  const answer = await stranger.goto(sodate.url + pathname);
  expect(answer?.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  const side = stranger.getByRole('complementary');
  await side.getByText('進行中0人').waitFor();
  // By keyboard: the card of the wait is a button; then on along its way out.
  await stranger.locator('.react-flow__node[data-id="n_1"] button').press('Enter');
  await side.getByRole('heading', { name: '2. 待つ' }).waitFor();
  await side.getByRole('definition').getByText('1日', { exact: true }).waitFor();
  await side.getByRole('button', { name: /^3\. / }).press('Enter');
  await side.getByRole('heading', { name: /^3\. / }).waitFor();
  await stranger.getByText('English', { exact: true }).click();
  await side.getByRole('button', { name: 'Back to the whole journey' }).click();
  await side.getByRole('heading', { name: 'About this journey' }).waitFor();

  await stranger.getByRole('link', { name: 'Read as a document' }).click();
  await stranger.getByRole('heading', { name: '2. Wait' }).waitFor();
  await stranger.emulateMedia({ media: 'print' });
  await stranger.getByRole('button', { name: 'Print' }).waitFor({ state: 'hidden' });
  const paper = await stranger.pdf({ preferCSSPageSize: true });
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');

  await editor.getByText('1回開かれました').waitFor();
  await editor.getByRole('button', { name: /を無効にする$/ }).click();
  await editor.getByRole('button', { name: '無効にする', exact: true }).last().click();
  await editor.getByText('まだありません。').waitFor();
  await stranger.emulateMedia({ media: 'screen' });
  await stranger.reload();
  await stranger.getByRole('heading', { name: 'This link does not work' }).waitFor();
});

it('prints the journey for those who are signed in', async () => {
  const page = await openEditor();
  await page.getByRole('button', { name: 'その他' }).click();
  await page.getByRole('menuitem', { name: '文書にする' }).click();
  await page.getByRole('heading', { name: '3. 終了' }).waitFor();
  await page.getByRole('img', { name: '「見せたい流れ」の図' }).waitFor();
  await page.getByText('下書き', { exact: true }).first().click();
  await page.waitForURL(/side=draft/);
  await page.getByRole('definition').getByText('下書き', { exact: true }).waitFor();
});
