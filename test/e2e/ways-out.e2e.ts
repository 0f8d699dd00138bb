import type { Browser, BrowserContext, Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { launchChromium } from './launch-chromium.ts';
import { publishShort } from './publish-short.ts';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

let sodate: TestSodate;
let api: Awaited<ReturnType<typeof signInByApi>>;
let browser: Browser;
let context: BrowserContext;
let sql: postgres.Sql;
let journey: Awaited<ReturnType<typeof api.journeys.create.mutate>>['id'];

beforeAll(async () => {
  [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  sql = postgres(sodate.databaseUrl, { max: 1 });
  api = await signInByApi({ sodate });
  ({ id: journey } = await api.journeys.create.mutate({ name: '資料請求のお礼' }));
  await publishShort({ api, journey });
  await strand(40);
  context = await openSignedIn({ sodate, browser, locale: 'ja-JP' });
});

afterAll(async () => {
  await browser?.close();
  await sql?.end();
  await sodate?.remove();
});

/** Leads that came to rest, and whom a fault then held there: three by one cause, the others by another. */
async function strand(count: number): Promise<void> {
  for (let index = 1; index <= count; index++) {
    const email = `lead-${index}@sodate.test`;
    const { lead } = await api.leads.create.mutate({ fields: { name: `見込み ${index}`, email } });
    await api.enrollments.enrol.mutate({ journey, lead });
  }
  const why = (error: string) => ({ ja: `送れませんでした：${error}`, en: `Could not be sent: ${error}` });
  const stuck = (error: string) =>
    sql`state = 'stuck', stuck_why = ${sql.json(why(error))}, stuck_at = now(), look_at = null`;
  await sql`update enrollment set ${stuck('550 mailbox full')}`;
  await sql`update enrollment set ${stuck('connection refused')} where id in (select id from enrollment order by id limit 3)`;
}

async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(sodate.url + path);
  await page.locator('h1').waitFor();
  return page;
}

async function countStuck(): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from enrollment where state = 'stuck'`;
  return row?.count ?? 0;
}

const soon = { timeout: 30_000, interval: 200 };

it('takes the leads of one cause out, from the cause to the last button, by keyboard alone', async () => {
  const page = await open('/stuck');
  const cause = page.getByRole('button', { name: /connection refused/ });
  await cause.focus();
  await page.keyboard.press('Enter');
  await page.getByText('当てはまる3件をすべて選ぶ').waitFor();
  await page.getByRole('checkbox', { name: 'このページをすべて選ぶ' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '外す', exact: true }).focus();
  await page.keyboard.press('Enter');
  // The dialog hands the focus to its last button; a person sees it there before the key is pressed.
  const last = page.getByRole('dialog').getByRole('button', { name: '3人を外す' });
  await vi.waitFor(async () => expect(await last.evaluate((one) => one === document.activeElement)).toBe(true), soon);
  await page.keyboard.press('Enter');
  await page.getByText('終わりました。3件中 3件').waitFor();
  const [removed] = await sql`select count(*)::int as count from enrollment where reason = 'removed'`;
  expect(removed?.count).toBe(3);
  await page.close();
});

it('helps one lead on from its own row, with nothing picked', async () => {
  const page = await open('/stuck');
  const own = (name: string) => page.getByRole('row').filter({ hasText: name });
  await own('見込み 40').getByRole('button', { name: 'やり直す: 見込み 40' }).click();
  await own('見込み 40').waitFor({ state: 'detached' });
  await own('見込み 39').getByRole('button', { name: '見込み 39：ほかの進め方' }).click();
  await page.getByRole('menuitem', { name: '外す' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '1人を外す' }).click();
  await own('見込み 39').waitFor({ state: 'detached' });
  expect(await countStuck()).toBe(35);
  await page.close();
});

it('leads from the stuck leads of a node on the canvas to where they are tried again', async () => {
  const page = await open(`/journeys/${journey}`);
  await page.getByTitle('35人が止まっています。一覧を見る').click();
  await page.getByRole('link', { name: '「止まっているリード」でやり直す・飛ばす' }).click();
  await page.getByRole('button', { name: '当てはまる35件をすべて選ぶ' }).waitFor();
  await page.close();
});

it('has all that match tried again, in slices, and shows how far it has come', async () => {
  const page = await open(`/stuck?journey=${journey}`);
  await page.getByRole('button', { name: '当てはまる35件をすべて選ぶ' }).click();
  await page.getByRole('button', { name: 'やり直す', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '35人をやり直す' }).click();
  await page.getByText('終わりました。35件中 35件').waitFor({ timeout: 30_000 });
  await page.getByText('止まっているリードはいません').waitFor();
  await vi.waitFor(async () => expect(await countStuck()).toBe(0), soon);
  await page.close();
});

it('settles all sends to check at once', async () => {
  await sql`insert into effect (key, channel, kind, config, state, settled_at) values
    ('enrollment/x/m/1', 'mail', 'send-mail', '{}', 'ambiguous', now()), ('enrollment/y/m/1', 'mail', 'send-mail', '{}', 'ambiguous', now())`;
  const page = await open('/sends');
  await page.getByRole('button', { name: '当てはまる2件をすべて選ぶ' }).waitFor();
  await page.getByRole('button', { name: '当てはまる2件をすべて選ぶ' }).click();
  await page.getByRole('region', { name: '選んだものへの操作' }).getByRole('button', { name: '届いていた' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '届いていた' }).click();
  await page.getByText('確かめる送信はありません').waitFor();
  const rows = await sql`select state from effect where key like 'enrollment/_/m/1'`;
  expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent']);
  await page.close();
});

it('asks before it throws away what somebody has typed into a dialog, and closes an untouched one at once', async () => {
  const page = await open('/settings/calendars');
  const add = page.getByRole('button', { name: '営業カレンダーを加える' });
  const dialog = page.getByRole('dialog', { name: '営業カレンダーを加える' });
  await add.click();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await add.click();
  await dialog.getByLabel('名前').fill('大阪');
  await dialog.getByLabel('臨時の休み', { exact: true }).fill('2026-12-29');
  await dialog.getByLabel('臨時の休み：まで（任意）').fill('2027-01-03');
  await dialog.getByRole('button', { name: '6日を加える' }).click();
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog', { name: '入力したものを捨てますか' });
  await question.waitFor();
  const back = question.getByRole('button', { name: '入力に戻る' });
  await expect.poll(() => back.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await question.waitFor({ state: 'detached' });
  expect(await dialog.getByLabel('名前').inputValue()).toBe('大阪');
  await dialog.getByRole('button', { name: '保存する' }).click();
  await dialog.waitFor({ state: 'detached' });
  const calendars = await api.calendars.list.query();
  expect(calendars.find(({ name }) => name === '大阪')?.closedDates).toHaveLength(6);
  await add.click();
  await dialog.getByLabel('名前').fill('名古屋');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: '入力を捨てる' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.close();
});

it('asks before one leaves rules for points that are not saved', async () => {
  const page = await open('/scores');
  await page.getByRole('button', { name: '決まりを加える' }).click();
  await page.getByRole('link', { name: 'ホーム' }).first().click();
  const question = page.getByRole('dialog', { name: '保存せずに移りますか' });
  await question.waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe('/scores');
  await page.getByRole('link', { name: 'ホーム' }).first().click();
  await question.getByRole('button', { name: '保存せずに移る' }).click();
  await page.waitForURL(`${sodate.url}/`);
  await page.close();
});
