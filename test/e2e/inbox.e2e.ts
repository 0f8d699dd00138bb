import { connect, type Pool } from '@sodate/database/connect';
import { asId, type HandoffId } from '@sodate/journey/id';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handOver, newPerson, readHandoff } from '../hosts/test-handoffs.ts';
import { openContext } from './launch-chromium.ts';
import { signInByApi } from './sign-in-by-api.ts';
import { withSharedSodate } from './with-sodate.ts';

const rep = { name: '水野 陽介', email: 'mizuno@sodate.test', password: 'correct horse battery' };

const world = withSharedSodate();
const { sodate } = world;
let pool: Pool;
let handoffs: readonly HandoffId[];

beforeAll(async () => {
  const api = await signInByApi({ sodate });
  pool = connect({ url: sodate.databaseUrl, size: 2, name: 'test' });
  const { database } = pool;
  const { password, ...known } = rep;
  const { id, link } = await api.people.invite.mutate({ ...known, role: 'sales-rep', language: 'ja' });
  await api.session.choosePassword.mutate({ token: new URL(link).searchParams.get('token') ?? '', password });
  const other = await newPerson({ database, role: 'sales-rep', name: '森 あかり' });
  const own = { ...other, id: asId<'user'>(id) };
  handoffs = [];
  for (let count = 0; count < 3; count += 1) handoffs = [...handoffs, await handOver({ database, to: own })];
  await handOver({ database, to: other });
});

afterAll(() => pool?.close());

async function signIn(viewport: { width: number; height: number }): Promise<Page> {
  const context = await openContext({ browser: world.browser, viewport });
  const page = await context.newPage();
  await page.goto(`${sodate.url}/sign-in?next=/handoffs`);
  await page.locator('input[type=email]').fill(rep.email);
  await page.locator('input[type=password]').fill(rep.password);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: '引き渡しの一覧' }).waitFor();
  return page;
}

function state(index: number) {
  const id = handoffs[index];
  if (id === undefined) throw new Error('no such hand-off');
  return readHandoff({ database: pool.database, id }).then(({ row, stage }) => ({ state: row.state, stage }));
}

it('forgets a note once it is stored, even where its rep looks at another brief by then', async () => {
  const page = await signIn({ width: 1280, height: 800 });
  const links = page.getByRole('link', { name: /坂井 真理子/ });
  const note = page.getByRole('textbox', { name: 'メモ' });
  const going = Promise.withResolvers<void>();
  await page.route(/handoffs\.addNote/, (route) => going.promise.then(() => route.continue()));
  await links.nth(0).click();
  await note.fill('折り返しは金曜');
  await page.getByText('まだ保存していません。').waitFor();
  const answered = page.waitForEvent('response', (response) => response.url().includes('handoffs.addNote'));
  await page.getByRole('button', { name: 'メモを残す' }).click();
  await links.nth(1).click();
  await expect.poll(() => links.nth(1).getAttribute('aria-current')).toBe('page');
  const ring = (index: number) => links.nth(index).evaluate((link) => getComputedStyle(link).boxShadow);
  expect(await ring(0)).toBe('none');
  expect(await ring(1)).not.toBe('none');
  going.resolve();
  await answered;
  await links.nth(0).click();
  await page.getByRole('article').getByText('折り返しは金曜').waitFor();
  await expect.poll(() => note.inputValue()).toBe('');
});

it('lets a rep accept the most urgent of their own by one key, then record a deal in one click', async () => {
  const page = await signIn({ width: 1280, height: 800 });
  await expect.poll(() => page.getByRole('listitem').filter({ hasText: '坂井 真理子' }).count()).toBe(3);
  await page.getByRole('button', { name: '受け付ける' }).waitFor();
  await page.keyboard.press('a');
  await page.getByRole('article').getByText('受け付け済み').waitFor();
  expect(await state(0)).toEqual({ state: 'accepted', stage: 'sql' });
  await page.getByRole('group', { name: '話した結果を記録する' }).getByRole('button', { name: '商談化' }).click();
  await page.getByRole('article').getByText('商談中', { exact: true }).first().waitFor();
  await expect.poll(() => state(0)).toEqual({ state: 'opportunity', stage: 'opportunity' });
  await page.getByText(/^対応中 \d+$/).click();
  const worked = page.getByRole('listitem').filter({ hasText: '坂井 真理子' });
  await worked.getByText('商談中').waitFor();
  expect(await worked.getByText('面談', { exact: false }).count()).toBe(0);
  await worked.getByText('期限内に対応').waitFor();
});

it('lets a rep answer one after the other from a phone, and take back what was a slip', async () => {
  const page = await signIn({ width: 390, height: 844 });
  await page
    .getByRole('link', { name: /坂井 真理子/ })
    .first()
    .click();
  await page.getByRole('button', { name: '差し戻す' }).click();
  await page.getByRole('menuitem', { name: '時期が先' }).click();
  await expect.poll(() => state(1)).toEqual({ state: 'rejected', stage: 'mql' });
  await page.getByRole('button', { name: '取り消す' }).click();
  await expect.poll(() => state(1)).toEqual({ state: 'open', stage: 'mql' });
  await page.getByRole('button', { name: '結果を記録' }).click();
  const lost = page.getByRole('menuitem', { name: '見送り' });
  expect((await lost.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await lost.click();
  await page.getByRole('status').getByText('見送りと記録しました。').waitFor();
  const why = page.getByRole('group', { name: '見送りの理由（任意）' });
  await why.getByRole('button', { name: '予算が合わない' }).click();
  await page.getByText('見送りました（予算が合わない）').waitFor();
  await why.getByRole('button', { name: 'ほかの理由を書く' }).click();
  await page.getByRole('textbox', { name: '見送りの理由' }).fill('来期にまた話す');
  await page.getByRole('button', { name: '理由を残す' }).click();
  await page.getByText('来期にまた話す').waitFor();
  const brief = page.url();
  await page.goto(`${sodate.url}/handoffs?view=closed`);
  await page.getByRole('combobox', { name: '結果' }).click();
  await page.getByRole('option', { name: '見送り' }).click();
  await page.getByRole('list', { name: '理由ごとの件数' }).getByRole('link', { name: '予算が合わない 1' }).click();
  await page.getByRole('link', { name: 'すべての理由' }).waitFor();
  expect(new URL(page.url()).searchParams.get('reason')).toBe('no-budget');
  await page.goto(brief);
  await page.getByRole('button', { name: '取り消す' }).click();
  await expect.poll(() => state(1)).toEqual({ state: 'open', stage: 'mql' });
  await page.getByRole('button', { name: '受け付ける' }).click();
  await page.getByRole('link', { name: /次の引き渡しへ/ }).click();
  await page.getByRole('button', { name: '受け付ける' }).click();
  await expect.poll(() => state(2)).toEqual({ state: 'accepted', stage: 'sql' });
  const note = page.getByRole('textbox', { name: 'メモ' });
  await page.setViewportSize({ width: 390, height: 460 });
  await page.getByRole('button', { name: 'メモを書く' }).click();
  await expect.poll(() => note.evaluate(isOnTop)).toBe(true);
});

/** Nothing lies over the middle of a field: a keyboard leaves little room, and the answers stand at its edge. */
function isOnTop(field: Element): boolean {
  const { left, top, width, height } = field.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === field;
}

it('leads on from the last open one to those in progress, where the address names no view that there is', async () => {
  const page = await signIn({ width: 390, height: 844 });
  await page.goto(`${sodate.url}/handoffs?view=done`);
  await page.getByText('未対応の引き渡しはありません').waitFor();
  await page.getByRole('link', { name: '対応中の引き渡しを見る（3件）' }).press('Enter');
  await expect.poll(() => page.getByRole('listitem').filter({ hasText: '坂井 真理子' }).count()).toBe(3);
});
