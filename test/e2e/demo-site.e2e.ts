import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { waitUntil } from '@sodate/cli/process/wait-until';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openContext } from './launch-chromium.ts';
import { signInByApi } from './sign-in-by-api.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let sodate: TestSodate;
let browser: Browser;
let api: Awaited<ReturnType<typeof signInByApi>>;

beforeAll(async () => {
  [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  api = await signInByApi({ sodate });
});
afterAll(async () => {
  await browser?.close();
  await sodate?.remove();
});

async function openPage({ context, path }: { context: BrowserContext; path: string }): Promise<Page> {
  const page = await context.newPage();
  const seen = page.waitForResponse((answer) => answer.url().includes('/v1/p'));
  await page.goto(`${sodate.url}${path}`);
  expect((await seen).status()).toBe(200);
  return page;
}

async function findLead(email: string) {
  return waitUntil({
    check: async () =>
      (await api.leads.list.query({ filter: { search: email } })).rows.find((row) => row.email === email),
    what: `${email} is a lead`,
    withinMs: 15_000,
  });
}

describe('a visitor of the demo site', () => {
  it('becomes a lead with the whole history by sending the form', async () => {
    const context = await openContext({ browser });
    const page = await openPage({ context, path: '/demo?utm_source=newsletter' });
    await page.getByRole('link', { name: '止めない棚卸し' }).click();
    await page.getByRole('navigation').getByRole('link', { name: '料金' }).click();
    await page.getByRole('banner').getByRole('link', { name: '資料を請求する' }).click();
    await page.getByLabel('会社名').fill('株式会社みどり製作所');
    await page.getByLabel('お名前').fill('緑川 悠');
    await page.getByLabel('メールアドレス').fill('Midorikawa@midori.example');
    await page.getByLabel('従業員数').selectOption('50〜299名');
    await page.getByLabel('案内をメールで受け取る').check();
    await page.getByRole('main').getByRole('button', { name: '資料を請求する' }).click();
    await page.getByRole('heading', { name: '資料のご請求を受け付けました' }).waitFor();

    const row = await findLead('midorikawa@midori.example');
    expect(row).toMatchObject({ name: '緑川 悠', company: { name: '株式会社みどり製作所' } });
    const pages = await waitUntil({
      check: async () => {
        const { rows } = await api.leads.timeline.query({ lead: row.id, kind: 'page' });
        return rows.length >= 5 ? rows : undefined;
      },
      what: 'all five pages are in the timeline',
      withinMs: 15_000,
    });
    expect(pages.map(({ thing }) => thing?.key.replace(/^[^/]+/, '')).sort()).toEqual([
      '/demo',
      '/demo/features/stocktake',
      '/demo/price',
      '/demo/request',
      '/demo/request/thanks',
    ]);
    const forms = await api.leads.timeline.query({ lead: row.id, kind: 'form' });
    expect(forms.rows.map(({ thing }) => thing?.key)).toEqual(['document-request']);
    const lead = await api.leads.get.query({ lead: row.id });
    expect(JSON.stringify(lead)).toContain('utm_source=newsletter');
    await context.close();
  });

  it('stays the same visitor over pages, and another browser is another', async () => {
    const [one, other] = await Promise.all([openContext({ browser }), openContext({ browser })]);
    const idOf = async (context: BrowserContext) =>
      (await context.cookies()).find(({ name }) => name === 'sodate_id')?.value;
    await openPage({ context: one, path: '/demo' });
    const first = await idOf(one);
    await openPage({ context: one, path: '/demo/price' });
    await openPage({ context: other, path: '/demo' });
    expect(await idOf(one)).toBe(first);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(await idOf(other)).not.toBe(first);
    await Promise.all([one.close(), other.close()]);
  });

  it('sees pages that a script shows without loading them, each once', async () => {
    const context = await openContext({ browser });
    const page = await openPage({ context, path: '/demo' });
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/v1/p')) sent.push(JSON.parse(request.postData() ?? '{}').context.page.url);
    });
    await page.evaluate(() => {
      history.pushState(null, '', '/demo/shown?x=1');
      history.replaceState({ scroll: 1 }, '', '/demo/shown?x=1#part');
    });
    await waitUntil({ check: () => sent.length > 0, what: 'the shown page is sent', withinMs: 5_000 });
    await page.goBack();
    await waitUntil({ check: () => sent.length > 1, what: 'the page gone back to is sent', withinMs: 5_000 });
    expect(sent).toEqual([`${sodate.url}/demo/shown?x=1#part`, `${sodate.url}/demo`]);
    await context.close();
  });

  it('reads the language of the browser, and the one chosen in the menu from then on', async () => {
    const context = await openContext({ browser, locale: 'en-GB' });
    const page = await openPage({ context, path: '/demo?utm_source=newsletter' });
    expect(page.url()).toBe(`${sodate.url}/demo/en?utm_source=newsletter`);
    await page.getByRole('link', { name: '日本語' }).click();
    await page.waitForURL(`${sodate.url}/demo`);
    await page.getByRole('navigation').getByRole('link', { name: '料金' }).click();
    await page.getByRole('link', { name: 'つみき在庫' }).click();
    await page.waitForURL(`${sodate.url}/demo`);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(`${sodate.url}/demo/en`);
    await context.close();
  });

  it('takes the token of a mail link out of the address', async () => {
    const context = await openContext({ browser });
    const page = await openPage({ context, path: '/demo/price?sodate_click=none&x=1' });
    await page.waitForURL(`${sodate.url}/demo/price?x=1`);
    await context.close();
  });
});

describe.each([
  { path: '/demo', width: 390 },
  { path: '/demo/en', width: 1280 },
  { path: '/demo/cases/aoba-seiko', width: 390 },
  { path: '/demo/request', width: 390 },
  { path: '/demo/en/price', width: 390 },
])('$path at $width pixels', ({ path, width }) => {
  it('can be read and used by everybody', async () => {
    const context = await openContext({ browser, viewport: { width, height: 800 } });
    const page = await openPage({ context, path });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.evaluate(await readFile(axe, 'utf8'));
    const faults = await page.evaluate(async () => {
      const { axe: checker } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await checker.run()).violations.map(({ id }) => id);
    });
    expect(faults).toEqual([]);
    await context.close();
  });
});
