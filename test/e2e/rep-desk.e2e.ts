import { connect, type Pool } from '@sodate/database/connect';
import { asId, type HandoffId } from '@sodate/journey/id';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOver, readHandoff } from '../hosts/test-handoffs.ts';
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
const handoffs: HandoffId[] = [];

beforeAll(async () => {
  [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  pool = connect({ url: sodate.databaseUrl, size: 2, name: 'test' });
  api = await signInByApi({ sodate });
  const { id, link } = await api.people.invite.mutate(rep);
  await api.session.choosePassword.mutate({ token: new URL(link).searchParams.get('token') ?? '', password });
  for (const number of [1, 2, 3]) {
    const { lead } = await api.leads.create.mutate({
      fields: { name: `Lead ${number}`, email: `${number}@desk.test` },
    });
    handoffs.push(await handOver({ database: pool.database, to: { id: asId<'user'>(id) }, lead }));
  }
  const context = await openContext({ browser, viewport: { width: 1280, height: 800 } });
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

async function stateOf(number: number): Promise<string> {
  const id = handoffs[number - 1];
  if (id === undefined) throw new Error('no such hand-off');
  return (await readHandoff({ database: pool.database, id })).row.state;
}

function title(number: number) {
  return page.getByRole('heading', { level: 1, name: `Lead ${number}`, exact: true });
}

function focused(): Promise<string> {
  // A name's space holds its line together.
  return page.evaluate(() => (document.activeElement?.textContent ?? '').replaceAll('\u00a0', ' '));
}

/** What stands in the note of an answer, if it has the focus. */
function said(): Promise<string> {
  return page.evaluate(() => document.querySelector('footer [role="status"]:focus')?.textContent ?? '');
}

describe('a rep at a desk, by keys alone', () => {
  it('walks the list with the focus, and goes from its line to the brief and back', async () => {
    await page.goto(`${sodate.url}/handoffs`);
    await title(1).waitFor();
    await page.keyboard.press('j');
    await title(2).waitFor();
    expect(await focused()).toContain('Lead 2');
    await page.keyboard.press('k');
    await title(1).waitFor();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('ARTICLE');
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
  });

  it('keeps a key for the brief that is loading: C says why there is no day yet, and digits after it answer nothing', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/handoffs\.brief/, async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.keyboard.press('3');
    release();
    await page.getByText('次の連絡は、受け付けるか結果を記録したあとに決められます').waitFor();
    await title(2).waitFor();
    await page.unroute(/handoffs\.brief/);
    await page.keyboard.press('3');
    await page.keyboard.press('k');
    await title(1).waitFor();
    expect([await stateOf(1), await stateOf(2)]).toEqual(['open', 'open']);
  });

  it('records an absence and when to call again, with the focus on what was recorded', async () => {
    await page.keyboard.press('4');
    await page.getByText('不在と記録しました。').waitFor();
    await expect.poll(said).toContain('不在と記録しました。');
    await page.getByRole('group', { name: '次の連絡・面談（任意）' }).getByRole('button').first().press('Enter');
    await page.getByText(/^次の連絡：\d/).waitFor();
    await page.getByRole('button', { name: '予定を消す' }).press('Enter');
    await page.getByText('次の連絡：まだ決めていません').waitFor();
    await page.getByRole('button', { name: '予定を元に戻す' }).press('Enter');
    await page.getByText(/^次の連絡：\d/).waitFor();
    await page.getByRole('button', { name: '不在の記録を取り消す' }).waitFor();
    expect(await stateOf(1)).toBe('accepted');
  });

  it('undoes it, and the day is gone with it', async () => {
    await page.keyboard.press('u');
    await expect.poll(() => stateOf(1)).toBe('open');
    await page.getByText(/^次の連絡：/).waitFor({ state: 'detached' });
    await page.getByText('不在と記録しました。').waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('FOOTER');
  });

  it('goes on to the next, and rejects by a key that asks for the reason', async () => {
    await page.waitForTimeout(900);
    await page.keyboard.press('a');
    await page.getByText('受け付けました。').waitFor();
    await expect.poll(said).toContain('受け付けました。');
    await page.keyboard.press('n');
    await title(2).waitFor();
    await page.keyboard.press('r');
    expect(await focused()).toBe('時期が先');
    await page.keyboard.press('Enter');
    await expect.poll(() => stateOf(2)).toBe('rejected');
  });

  it('leaves keys to a dialog that is open', async () => {
    await page.goto(`${sodate.url}/handoffs?view=working`);
    await title(1).waitFor();
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'やめる' }).focus();
    await page.keyboard.press('5');
    await dialog.getByLabel('用件（任意）').fill('見積の返事を聞く');
    await dialog.getByRole('button', { name: '決める', exact: true }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await stateOf(1)).toBe('accepted');
    await page.getByRole('region', { name: '引き渡しの一覧' }).getByText('見積の返事を聞く').waitFor();
  });

  it('goes on among those in progress too', async () => {
    await page.getByText('対応中の一覧は、ここで終わりです。').waitFor();
    const [, , third] = handoffs;
    await page.getByRole('link', { name: '未対応の引き渡しへ：Lead 3さん' }).waitFor();
    await page.goto(`${sodate.url}/handoffs/${third}`);
    await title(3).waitFor();
    await page.keyboard.press('a');
    await page.getByText('受け付けました。').waitFor();
    await page.goto(`${sodate.url}/handoffs/${third}?view=working`);
    await title(3).waitFor();
    await page.goto(`${sodate.url}/handoffs?view=working`);
    await title(1).waitFor();
    await page.getByRole('link', { name: '次の引き渡しへ：Lead 3さん' }).waitFor();
    await page.keyboard.press('n');
    await title(3).waitFor();
  });

  it('reads the keys of this screen first, and none of the canvas', async () => {
    await page.keyboard.press('?');
    const heads = page.getByRole('dialog').getByRole('heading', { level: 3 });
    await expect.poll(() => heads.allTextContents()).toEqual(['引き渡し', 'どの画面でも', 'リードの足どり']);
    await page.keyboard.press('Escape');
  });
});

describe('a note from the manager', () => {
  it('is marked in the list, stands on top once it is opened, and the form says whom an answer reaches', async () => {
    const [first] = handoffs;
    if (first === undefined) throw new Error('no such hand-off');
    await api.handoffs.addNote.mutate({ handoff: first, note: '先に見積を送ってください' });
    await page.goto(`${sodate.url}/handoffs/${handoffs[2]}?view=working`);
    await page.getByRole('link', { name: /Lead 1.*メモが届いています/ }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /さんからメモが届きました.*先に見積を送ってください/ })
      .waitFor();
    await page.getByText(/メモへの返事として、.+さんに知らせます。/).waitFor();
    await page.getByText('メモが届いています').waitFor({ state: 'detached' });
  });
});
