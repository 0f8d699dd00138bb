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
let api: Awaited<ReturnType<typeof signInByApi>>;
let unmailed: string;

beforeAll(async () => {
  api = await signInByApi({ sodate });
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
    else unmailed = lead;
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

it('says on Home that a mail was not sent, and leads from there to why; the history of the lead says it too', async () => {
  await page.goto(sodate.url);
  await page.getByRole('link', { name: '送らなかった 1' }).click();
  const unsent = page.getByRole('tabpanel').getByRole('button', { name: '配信の同意がない 1' });
  await unsent.click();
  await page.goto(`${sodate.url}/leads/${unmailed}`);
  const told = page.getByRole('listitem').filter({ hasText: /メール「.+」は送らなかった：配信の同意がない/ });
  await told.getByText('展示会のお礼').waitFor();
});

it('foretells before leads are added how many of them may not be mailed', async () => {
  for (const [name, email, given] of [
    ['林 花子', 'hayashi@foretold.example', true],
    ['原 健', 'hara@foretold.example', false],
  ] as const) {
    const { lead } = await api.leads.create.mutate({ fields: { name, email } });
    if (given) await api.leads.noteConsent.mutate({ ...agreed, lead });
  }
  await page.goto(`${sodate.url}/leads?search=foretold.example`);
  await page.getByRole('button', { name: '全員をシナリオに入れる' }).click();
  const asked = page.getByRole('dialog');
  await asked.getByRole('combobox', { name: 'シナリオ' }).or(asked.getByLabel('シナリオ')).first().click();
  await page.getByRole('option', { name: '展示会のお礼' }).click();
  await asked.getByText('2人のうち1人には、最初のメールが送られません（配信の同意がない 1人）').waitFor();
});
