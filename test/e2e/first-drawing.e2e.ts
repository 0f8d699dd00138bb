import { asId } from '@sodate/journey/id';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openContext, openHasty } from './launch-chromium.ts';
import { firstAdmin, openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

type Api = Awaited<ReturnType<typeof signInByApi>>;

const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  userAgent:
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Mobile Safari/537.36',
};
const clark = { name: 'Emma Clark', email: 'emma@sodate.test', password: 'correct horse battery' };

let sodate: TestSodate;
let browser: Browser;
let api: Api;

beforeAll(async () => {
  [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  api = await signInByApi({ sodate });
  await api.journeys.create.mutate({ name: '展示会のあと' });
  const { link } = await api.people.invite.mutate({ ...clark, role: 'sales-rep', language: 'en' });
  const token = new URL(link).searchParams.get('token') ?? '';
  await api.session.choosePassword.mutate({ token, password: clark.password });
});

afterAll(async () => {
  await browser?.close();
  await sodate?.remove();
});

async function cookieOf({ email, password }: { email: string; password: string }): Promise<string> {
  const answer = await fetch(`${sodate.url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: sodate.url },
    body: JSON.stringify({ email, password }),
  });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function read({ path, headers = {} }: { path: string; headers?: Record<string, string> }): Promise<string> {
  return (await fetch(sodate.url + path, { headers: { accept: 'text/html', ...headers } })).text();
}

/** The page as it came to the same person, and nothing more: its scripts never arrive. */
async function openStill({ context, path }: { context: BrowserContext; path: string }): Promise<Page> {
  const { cookies } = await context.storageState();
  const hasty = await openHasty({ browser, ...phone, storageState: { cookies, origins: [] } });
  const page = await hasty.newPage();
  await page.route('**/start-after-drawing.js', (route) => route.abort());
  await page.goto(sodate.url + path);
  return page;
}

/** How many characters were shown after each change under the root, from the first that the browser drew. */
async function watchEmptiness(page: Page): Promise<void> {
  await page.addInitScript(`
    window.shown = [];
    document.addEventListener('DOMContentLoaded', () => {
      const root = document.getElementById('root');
      new MutationObserver(() => window.shown.push(root.innerText.length)).observe(root, { childList: true, subtree: true });
    });`);
}

/** Where each card stands in the window, and how wide it is. */
function placesOf(page: Page): Promise<number[][]> {
  return page.locator('.react-flow__node').evaluateAll((nodes) =>
    nodes.map((node) => {
      const { x, y, width } = node.getBoundingClientRect();
      return [x, y, width].map(Math.round);
    }),
  );
}

describe('a screen that the server draws', () => {
  it('is there before any script, in the person’s own language and with what they may know', async () => {
    const [admin, rep] = await Promise.all([cookieOf(firstAdmin), cookieOf(clark)]);
    const seen = { admin: 0, rep: 0 };
    // Beside one another: what one may know must never come into the other's page. On a busy machine some go out undrawn.
    const askBoth = async () => {
      const both = ['admin', 'rep', 'admin', 'rep'] as const;
      const pages = await Promise.all(
        both.map((who) => read({ path: '/', headers: { cookie: who === 'admin' ? admin : rep } })),
      );
      both.forEach((who, index) => {
        const page = pages[index] ?? '';
        if (!page.includes('first-answers')) return;
        seen[who] += 1;
        expect(page).toContain(who === 'admin' ? '<html lang="ja">' : '<html lang="en">');
        expect(page).toContain('展示会のあと');
        expect(page.includes(firstAdmin.email)).toBe(who === 'admin');
        expect(page.includes(clark.email)).toBe(who === 'rep');
      });
      return Math.min(seen.admin, seen.rep);
    };
    await expect.poll(askBoth).toBeGreaterThan(3);
  });

  it('is not drawn for somebody who is not signed in', async () => {
    const page = await read({ path: '/' });
    expect(page).not.toContain('first-answers');
    expect(page).toContain('<script type="module"');
  });

  it('gives way to the same screen at once, and then answers', async () => {
    const context = await openSignedIn({ sodate, browser });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await watchEmptiness(page);
    await page.goto(sodate.url);
    await page.getByRole('link', { name: 'リード', exact: true }).click();
    await page.getByRole('heading', { name: 'リード' }).waitFor();
    await expect.poll(() => page.title()).toContain('リード');
    expect(Math.min(...((await page.evaluate('window.shown')) as number[]))).toBeGreaterThan(50);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('takes no words into a sign-in form that does not listen yet, and then signs in', async () => {
    const context = await openContext({ browser });
    const still = await openStill({ context, path: '/sign-in' });
    await still.getByText('サインイン').first().waitFor();
    const open = still.locator('input:not([readonly])');
    expect(await open.count()).toBe(0);
    const page = await context.newPage();
    await page.goto(`${sodate.url}/sign-in`);
    await page.getByLabel('メールアドレス').fill(firstAdmin.email);
    await page.getByRole('textbox', { name: 'パスワード' }).fill(firstAdmin.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await context.close();
  });

  it('shows a journey on a phone whole, each card where it stays', async () => {
    const { id: journey } = await api.journeys.create.mutate({ name: '価格を見た人へ' });
    await api.journeys.applyCommands.mutate({
      journey,
      clientId: crypto.randomUUID(),
      base: 0,
      commands: [0, 1, 2].map((place) => ({
        id: crypto.randomUUID(),
        command: {
          kind: 'put-note',
          note: {
            id: asId(crypto.randomUUID()),
            position: { x: place * 500, y: place * 900 },
            size: { width: 240, height: 120 },
            text: `メモ${place}`,
          },
        },
      })),
    });
    const context = await openSignedIn({ sodate, browser, ...phone });
    const still = await openStill({ context, path: `/journeys/${journey}` });
    const drawn = await placesOf(still);
    expect(drawn).toHaveLength(3);
    const page = await context.newPage();
    await page.goto(`${sodate.url}/journeys/${journey}`);
    await page.getByRole('main').waitFor();
    await expect.poll(() => placesOf(page)).toEqual(drawn);
    await context.close();
  });
});
