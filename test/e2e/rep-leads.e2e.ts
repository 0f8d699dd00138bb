import { connect, type Pool } from '@sodate/database/connect';
import { user } from '@sodate/database/schema/user';
import { asId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handOver } from '../hosts/test-handoffs.ts';
import { launchChromium, openContext } from './launch-chromium.ts';
import { signInByApi } from './sign-in-by-api.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

const password = 'correct horse battery';
const rep = { name: '三田 涼', email: 'mita@sodate.test', language: 'ja', role: 'sales-rep' } as const;

let sodate: TestSodate;
let browser: Browser;
let pool: Pool;
let page: Page;
let api: Awaited<ReturnType<typeof signInByApi>>;
let handoff: string;
let lead: string;

beforeAll(async () => {
  [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  pool = connect({ url: sodate.databaseUrl, size: 2, name: 'test' });
  api = await signInByApi({ sodate });
  const { id, link } = await api.people.invite.mutate(rep);
  await api.session.choosePassword.mutate({ token: new URL(link).searchParams.get('token') ?? '', password });
  const made = await api.leads.create.mutate({
    fields: { name: '森 優', nameKana: 'モリ ユウ', email: 'mori@jonan.test', phone: '070-0000-4129' },
    company: '城南精機株式会社',
    consent: { given: true, wording: '製品のご案内', source: '展示会' },
  });
  lead = made.lead;
  handoff = await handOver({ database: pool.database, to: { id: asId<'user'>(id) }, lead: made.lead });
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const context = await openContext({ browser, ...phone });
  context.setDefaultTimeout(20_000);
  const answer = await context.request.post(`${sodate.url}/auth/sign-in/email`, {
    headers: { origin: sodate.url },
    data: { email: rep.email, password },
  });
  expect(answer.ok()).toBe(true);
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await pool?.close();
  await sodate?.remove();
});

it('lets a rep on the phone record at once that the lead wants no more mails', async () => {
  await page.goto(`${sodate.url}/handoffs/${handoff}`);
  await page.getByRole('button', { name: '案内のメール：同意' }).tap();
  await page.getByRole('menuitem', { name: '希望しないと記録する' }).tap();
  await page.getByRole('dialog', { name: '案内のメールを希望しないと記録する' }).waitFor();
  await page.getByLabel('どこで聞きましたか').fill('電話で');
  await page.getByRole('button', { name: '記録する', exact: true }).tap();
  await page.getByText('「案内のメール：希望しない」と記録しました').waitFor();
  await page.getByRole('button', { name: '案内のメール：希望しない' }).waitFor();
  const { rows } = await api.leads.consents.query({ lead, limit: 5 });
  expect(rows[0]).toMatchObject({ given: false, source: '電話で' });
});

it('finds a lead by its reading, a name without its blank, a company and the digits of its phone', async () => {
  await page.goto(`${sodate.url}/leads`);
  const search = page.getByRole('searchbox', { name: 'リードをさがす' });
  for (const words of ['もり', '森優', '森 城南', '070-0000-4129']) {
    await search.fill('だれもいない');
    await page.getByText('あてはまるリードはいません').waitFor();
    await search.fill(words);
    await page.getByRole('listitem').filter({ hasText: '森 優' }).getByText('モリ ユウ').waitFor();
  }
  await page.getByText('モリ ユウ · 07000004129').waitFor();
  await page.getByRole('button', { name: 'メニュー' }).tap();
  await page.getByRole('button', { name: 'さがす' }).tap();
  await page.getByRole('textbox', { name: 'さがす・移動する' }).fill('もりゆう');
  await page.getByText('モリ ユウ · 城南精機株式会社 · mori@jonan.test').waitFor();
});

it('keeps the filters of the list behind one button that counts them', async () => {
  await page.goto(`${sodate.url}/leads`);
  await page.getByRole('link', { name: '森 優' }).waitFor();
  await page.getByRole('button', { name: '絞り込み' }).tap();
  await page.getByRole('button', { name: 'ホットリードだけ' }).tap();
  await page.getByRole('button', { name: '絞り込み 1件' }).tap();
  await page.getByRole('button', { name: 'ホットリードだけ' }).waitFor({ state: 'hidden' });
});

it('leads from the lead back to a hand-off that was given back, as long as that can be undone', async () => {
  await page.goto(`${sodate.url}/handoffs/${handoff}`);
  await page.getByRole('button', { name: '差し戻す' }).tap();
  await page.getByRole('menuitem', { name: 'ほかの担当へ' }).tap();
  await page.getByRole('button', { name: 'マネージャーへ返して頼む' }).tap();
  await page.getByText('マネージャーへ返しました。').waitFor();
  await page.goto(`${sodate.url}/leads/${lead}`);
  await page.getByRole('link', { name: '引き渡しを開く' }).tap();
  await page.getByRole('button', { name: '取り消す' }).tap();
  await page.getByRole('button', { name: '受け付ける' }).waitFor();
});

it('tells on the page of the lead what was last agreed with it', async () => {
  await api.handoffs.recordOutcome.mutate({ handoff, outcome: 'reached', note: '見積を希望' });
  await page.goto(`${sodate.url}/leads/${lead}`);
  const talk = page.getByRole('region', { name: '営業とのやり取り' });
  await talk.getByText('つながりました').waitFor();
  await talk.getByText('見積を希望').waitFor();
  await talk.getByRole('link', { name: 'やり取りの記録をすべて見る' }).tap();
  await page.waitForURL(`**/handoffs/${handoff}`);
});

it('shows all in progress again by a tap on the tab that is open', async () => {
  await page.goto(`${sodate.url}/handoffs?view=working&contact=planned`);
  await page.getByText('次の連絡を決めた引き渡しはありません').waitFor();
  await page.getByText('対応中 0', { exact: true }).tap();
  await page.getByText('対応中 1', { exact: true }).waitFor();
  await page.getByRole('link', { name: /森 優/ }).waitFor();
});

it('says of a day for the next contact that one is away on it, and names the meeting that was planned', async () => {
  const days = { absentFrom: '2031-01-08', absentUntil: '2031-01-09' };
  await pool.database.update(user).set(days).where(eq(user.email, rep.email));
  await page.goto(`${sodate.url}/handoffs/${handoff}`);
  await page.getByRole('button', { name: '次の連絡・面談を決める' }).tap();
  const dialog = page.getByRole('dialog', { name: '次の連絡・面談' });
  await dialog.getByLabel('連絡する日').fill('2031-01-09');
  await dialog.getByText('この日は不在の予定です').waitFor();
  await dialog.getByLabel('連絡する日').fill('2031-01-10');
  await dialog.getByText('この日は不在の予定です').waitFor({ state: 'hidden' });
  await dialog.getByRole('button', { name: '面談' }).tap();
  await dialog.getByRole('button', { name: '決める' }).tap();
  await page.getByText(/の面談を予定しました$/).waitFor();
  await page.goto(`${sodate.url}/leads/${lead}`);
  await page.getByRole('region', { name: '営業とのやり取り' }).getByText('面談').waitFor();
});

it('offers no list of keys where there are none', async () => {
  await page.goto(`${sodate.url}/leads`);
  await page.getByRole('button', { name: 'メニュー' }).tap();
  await page.getByRole('button', { name: /三田 涼/ }).tap();
  await page
    .getByRole('menuitem', { name: 'English' })
    .or(page.getByRole('menuitemradio', { name: 'English' }))
    .waitFor();
  expect(await page.getByRole('menuitem', { name: 'キーの一覧' }).count()).toBe(0);
});

it('lets a rep add whom they met, found by the word they would use, and correct the card', async () => {
  await page.goto(`${sodate.url}/leads`);
  await page.getByRole('button', { name: 'メニュー' }).tap();
  await page.getByRole('button', { name: 'さがす' }).tap();
  await page.getByRole('textbox', { name: 'さがす・移動する' }).fill('追加');
  await page.getByText('リードを加える').last().tap();
  const dialog = page.getByRole('dialog', { name: 'リードを加える' });
  await dialog.getByLabel('氏名').fill('会場 花子');
  await dialog.getByLabel('ふりがな').fill('カイジョウ ハナコ');
  await dialog.getByText('担当はあなたになります。').waitFor();
  await dialog.getByRole('button', { name: '加える' }).tap();
  await page.getByRole('button', { name: '編集する' }).tap();
  const form = page.getByRole('dialog', { name: 'リードを編集する' });
  await form.getByLabel('電話').fill('03-1111-2222');
  expect(await form.getByLabel('ステージ').count()).toBe(0);
  await form.getByRole('button', { name: '保存する' }).tap();
  await page.getByRole('link', { name: '0311112222' }).first().waitFor();
  await page.goto(`${sodate.url}/leads`);
  await page.getByRole('searchbox', { name: 'リードをさがす' }).fill('かいじょう');
  await page.getByRole('link', { name: '会場 花子' }).waitFor();
});
