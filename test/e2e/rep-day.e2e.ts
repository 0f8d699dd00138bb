import { connect, type Pool } from '@sodate/database/connect';
import { asId, type HandoffId } from '@sodate/journey/id';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOver, readHandoff } from '../hosts/test-handoffs.ts';
import { launchChromium, openContext } from './launch-chromium.ts';
import { signInByApi } from './sign-in-by-api.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';
import { tooSmall } from './too-small.ts';
import { undoByDoubleTap } from './undo-by-double-tap.ts';

type Api = Awaited<ReturnType<typeof signInByApi>>;
type Rep = typeof japanese | typeof english | typeof weakLine;

const password = 'correct horse battery';
const japanese = { name: '水野 陽介', email: 'mizuno@sodate.test', language: 'ja' } as const;
const weakLine = { name: 'Noah Reed', email: 'noah@sodate.test', language: 'en' } as const;
const english = { name: 'Emma Clark', email: 'emma@sodate.test', language: 'en' } as const;

let sodate: TestSodate;
let browser: Browser;
let pool: Pool;
let api: Api;

beforeAll(async () => {
  [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  pool = connect({ url: sodate.databaseUrl, size: 2, name: 'test' });
  api = await signInByApi({ sodate });
});

afterAll(async () => {
  await browser?.close();
  await pool?.close();
  await sodate?.remove();
});

/** A rep with as many hand-offs, all of leads who can be called, the most urgent first. */
async function newRep({ person, count }: { person: Rep; count: number }) {
  const { id, link } = await api.people.invite.mutate({ ...person, role: 'sales-rep' });
  await api.session.choosePassword.mutate({ token: new URL(link).searchParams.get('token') ?? '', password });
  const handoffs: HandoffId[] = [];
  for (let number = 1; number <= count; number += 1) {
    const email = `${number}.${person.email}`;
    const phone = `03-1234-56${String(number).padStart(2, '0')}`;
    const { lead } = await api.leads.create.mutate({ fields: { name: `Lead ${number}`, email, phone } });
    await sendForm(email);
    handoffs.push(await handOver({ database: pool.database, to: { id: asId<'user'>(id) }, lead }));
  }
  return handoffs;
}

/** A form that a server passed on: of what it is called on the site, nothing is known. */
async function sendForm(email: string): Promise<void> {
  const { rows } = await api.writeKeys.list.query({});
  key ??= (await api.writeKeys.create.mutate({ name: 'crm', kind: 'server', domains: [] })).key;
  expect(rows.length).toBeGreaterThan(0);
  const answer = await fetch(`${sodate.url}/v1/track`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${key}:`)}` },
    body: JSON.stringify({
      userId: email,
      event: 'Form Submitted',
      properties: { form: 'doc_req_v3', fields: { email, message: '棚卸しを早くしたい' } },
    }),
  });
  expect(answer.status).toBe(200);
}

let key: string | undefined;

async function openPhone({ email, dark = false }: { email: string; dark?: boolean }): Promise<BrowserContext> {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const context = await openContext({ browser, ...phone, colorScheme: dark ? 'dark' : 'light' });
  context.setDefaultTimeout(20_000);
  const answer = await context.request.post(`${sodate.url}/auth/sign-in/email`, {
    headers: { origin: sodate.url },
    data: { email, password },
  });
  expect(answer.ok()).toBe(true);
  return context;
}

async function stateOf(id: HandoffId | undefined): Promise<string> {
  if (id === undefined) throw new Error('no such hand-off');
  return (await readHandoff({ database: pool.database, id })).row.state;
}

describe('a rep on a phone', () => {
  let handoffs: readonly HandoffId[];
  let page: Page;
  let taps = 0;

  beforeAll(async () => {
    handoffs = await newRep({ person: japanese, count: 10 });
    page = await (await openPhone(japanese)).newPage();
  });

  afterAll(() => page?.context().close());

  async function tap(target: Locator): Promise<void> {
    taps += 1;
    await target.tap();
  }

  async function answer(menu: string, choice: string): Promise<void> {
    await tap(page.getByRole('button', { name: menu }));
    await tap(page.getByRole('menuitem', { name: new RegExp(`^${choice}`) }));
    await page.getByRole('button', { name: '取り消す' }).waitFor();
  }

  async function accept(): Promise<void> {
    await tap(page.getByRole('button', { name: '受け付ける' }));
    await page.getByText('受け付けました。').waitFor();
  }

  async function goOn(number: number): Promise<void> {
    await tap(page.getByRole('link', { name: `次の引き渡しへ：Lead ${number}さん` }));
    await page.getByRole('heading', { level: 1, name: `Lead ${number}`, exact: true }).waitFor();
  }

  it('claims no number of hand-offs before it is known', async () => {
    let release = () => {};
    const known = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/handoffs\.count/, async (route) => {
      await known;
      await route.continue();
    });
    await page.goto(`${sodate.url}/handoffs`);
    await page.getByText('未対応', { exact: true }).waitFor();
    release();
    await page.getByText('未対応 10').waitFor();
    await page.unroute(/handoffs\.count/);
  });

  it('is told at the foot of the screen of new notices, and reads them whole', async () => {
    await page.getByRole('button', { name: /^メニュー\s*\d+$/ }).tap();
    expect(await page.getByRole('dialog').locator('kbd').isVisible()).toBe(false);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^お知らせ（未読\d+件）$/ })
      .tap();
    const notice = page.getByRole('link', { name: /Lead 10さんの引き渡しが届きました/ });
    await notice.waitFor();
    await expect.poll(() => notice.evaluate((one) => one.getBoundingClientRect().right)).toBeLessThanOrEqual(390);
    expect(await notice.evaluate((one) => one.getBoundingClientRect().left)).toBeGreaterThanOrEqual(0);
    await notice.tap();
    await page.getByRole('heading', { level: 1, name: 'Lead 10', exact: true }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('answers ten one after the other, takes back the wrong one, and is told that it was the last', async () => {
    await page.goto(`${sodate.url}/handoffs`);
    const list = page.getByRole('region', { name: '引き渡しの一覧' });
    await expect.poll(() => list.getByRole('listitem').count()).toBe(10);
    expect(await tooSmall(page)).toEqual([]);
    await tap(list.getByRole('link', { name: /Lead 1 / }).first());
    for (const [index, outcome] of ['面談した', '不在', '商談化', '見送り', '面談した'].entries()) {
      await accept();
      expect(await page.getByRole('link', { name: '電話する' }).getAttribute('href')).toMatch(/^tel:/);
      await answer('結果を記録', outcome);
      expect((await page.locator('[data-answers-at-foot]').boundingBox())?.height).toBeLessThanOrEqual(844 / 4);
      await goOn(index + 2);
    }
    await answer('差し戻す', '対象外');
    await goOn(7);
    await answer('差し戻す', '連絡先が違う');
    await tap(page.getByRole('button', { name: '取り消す' }));
    await accept();
    await goOn(8);
    await answer('結果を記録', '商談化');
    expect(await tooSmall(page)).toEqual([]);
    await goOn(9);
    await accept();
    await goOn(10);
    await accept();
    await page.getByText('未対応の引き渡しはもうありません。').waitFor();
    const after = ['accepted', 'accepted', 'opportunity', 'lost', 'accepted', 'rejected', 'accepted', 'opportunity'];
    expect(await Promise.all(handoffs.map(stateOf))).toEqual([...after, 'accepted', 'accepted']);
    // Four for each at most, and the three of the slip: nothing may come between a rep and the next one.
    expect(taps).toBeLessThanOrEqual(43);
  });

  it('reads in the brief what a rep understands, and how much more there is', async () => {
    const brief = page.getByRole('article', { name: 'Lead 10さんの要点' });
    await brief.getByText('「棚卸しを早くしたい」').waitFor();
    await brief.getByText('フォームを送った').waitFor();
    expect(await brief.innerText()).not.toContain('doc_req_v3');
    await brief.getByRole('link', { name: /^すべて見る（\d+件）$/ }).waitFor();
  });

  it('is told at once that the line is down, can try again, and finds all that was typed', async () => {
    const note = page.getByRole('textbox', { name: 'メモ' });
    await tap(page.getByRole('button', { name: 'メモを書く' }));
    await expect.poll(() => note.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('予算は来月決まる');
    await page.context().setOffline(true);
    await tap(page.getByRole('button', { name: 'メモを残す' }));
    await page.getByText('インターネットにつながっていません。').waitFor();
    const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('handoffs.undo'));
    await tap(page.getByRole('button', { name: '取り消す' }));
    await failed;
    await expect.poll(() => page.getByRole('button', { name: '取り消す' }).isEnabled()).toBe(true);
    await page.context().setOffline(false);
    await page.getByText('インターネットにつながっていません。').waitFor({ state: 'hidden', timeout: 4_000 });
    await page.reload();
    await expect.poll(() => note.inputValue()).toBe('予算は来月決まる');
    await tap(page.getByRole('button', { name: 'メモを残す' }));
    await page.getByRole('article').getByRole('listitem').filter({ hasText: '予算は来月決まる' }).waitFor();
    await expect.poll(() => note.inputValue()).toBe('');
    expect(await stateOf(handoffs[9])).toBe('accepted');
  });

  it('finds the list where it was left', async () => {
    await page.setViewportSize({ width: 390, height: 500 });
    await tap(page.getByRole('link', { name: '引き渡し', exact: true }).first());
    await tap(page.getByText(/^対応中 \d+$/));
    const place = () => page.getByRole('main').evaluate((main) => main.scrollTop);
    const last = page.getByRole('listitem').last().getByRole('link');
    await last.scrollIntoViewIfNeeded();
    await expect.poll(place).toBeGreaterThan(100);
    const left = await place();
    await last.tap();
    await page.getByRole('heading', { level: 1, name: 'Lead 10', exact: true }).waitFor();
    expect(await place()).toBe(0);
    await page.getByRole('link', { name: '引き渡し', exact: true }).first().tap();
    await last.waitFor();
    await expect.poll(place).toBe(left);
    await page.setViewportSize({ width: 390, height: 844 });
  });
});

describe('a rep in the train, in English', () => {
  let handoffs: readonly HandoffId[];
  let page: Page;

  beforeAll(async () => {
    handoffs = await newRep({ person: weakLine, count: 3 });
    page = await (await openPhone(weakLine)).newPage();
  });

  afterAll(() => page?.context().close());

  it('reads why the next one is not there, and has it once the line is back', async () => {
    await page.goto(`${sodate.url}/handoffs/${handoffs[0]}`);
    await page.getByRole('button', { name: 'Accept' }).tap();
    await page.getByRole('link', { name: 'Next hand-off: Lead 2' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Next hand-off: Lead 2' }).tap();
    const brief = page.getByRole('article');
    await brief.getByText('You are offline. Try again once you are connected.').waitFor();
    await brief.getByRole('button', { name: 'Try again' }).tap();
    await brief.getByText('You are offline. Try again once you are connected.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Lead 2', exact: true }).waitFor();
  });

  it('gives back what is somebody else’s, says whose, has it again after a slip, and goes on to the next', async () => {
    const read = () => api.handoffs.brief.query({ handoff: String(handoffs[1]) });
    const giveBack = async (note: string) => {
      await page.getByRole('button', { name: 'Reject' }).tap();
      await page.getByRole('menuitem', { name: 'To a colleague (ask a manager)…' }).tap();
      const dialog = page.getByRole('dialog', { name: 'Hand Lead 2 to a colleague' });
      await dialog.locator('textarea:focus').pressSequentially(note);
      await dialog.getByRole('button', { name: 'Give back to the managers' }).tap();
    };
    await giveBack('');
    await page.getByText('Given back to the managers.').waitFor();
    expect(await tooSmall(page)).toEqual([]);
    await undoByDoubleTap(page);
    expect(await read()).toMatchObject({ state: 'open', owner: { name: 'Noah Reed' } });
    await giveBack('Emma has this company');
    await page.getByRole('link', { name: 'Next hand-off: Lead 3' }).tap();
    expect(await read()).toMatchObject({ state: 'open', owner: null });
    expect((await read()).entries.at(-1)).toMatchObject({ kind: 'given-back', note: 'Emma has this company' });
  });
});

describe('two who act at once', () => {
  it('hear, in English and in the dark, who was first', async () => {
    const [first, second] = await newRep({ person: english, count: 2 });
    if (first === undefined || second === undefined) throw new Error('two were asked for');
    const context = await openPhone({ ...english, dark: true });
    const page = await context.newPage();
    await page.goto(`${sodate.url}/handoffs/${first}`);
    const accept = page.getByRole('button', { name: 'Accept' });
    await accept.waitFor();
    await api.handoffs.accept.mutate({ handoff: first });
    await accept.tap();
    await page.getByText('青木 結 has already accepted it.').waitFor();
    await page.goto(`${sodate.url}/handoffs/${second}`);
    await accept.waitFor();
    await api.handoffs.reject.mutate({ handoff: second, reason: 'too-early' });
    await accept.tap();
    await page.getByText('青木 結 has already closed this hand-off.').waitFor();
    await page.getByText('Rejected (Too early)').waitFor();
    await context.close();
  });
});
