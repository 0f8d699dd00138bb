import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openContext } from './launch-chromium.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const admin = { name: '森田 あかり', email: 'akari@sodate.test', password: 'kinmokusei-1' };

let sodate: TestSodate;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  context = await openContext({ browser });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await sodate?.remove();
});

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What WCAG 2.2 AA forbids on the page as it stands, by rule. */
async function violationsOf(shown: Page): Promise<readonly string[]> {
  const { violations } = (await shown.evaluate(`${axeSource};
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`)) as AxeResult;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Scrolled sideways, a phone's screen is broken. */
function isTooWide(shown: Page): Promise<boolean> {
  return shown.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

/** In the page: what its colours turn to from now on. */
function noteColours(): void {
  const root = document.documentElement;
  const colours: string[] = [];
  Object.assign(window, { colours });
  const note = () => {
    const now = root.dataset.mantineColorScheme ?? '';
    if (now !== colours.at(-1)) colours.push(now);
  };
  new MutationObserver(note).observe(root, { attributeFilter: ['data-mantine-color-scheme'] });
}

describe('the frame of the editor', () => {
  it('leads a newcomer from the one-time link over set-up to home', async () => {
    await page.goto(sodate.signInUrl);
    await page.getByRole('heading', { name: 'はじめの設定' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);

    // The first field has the keyboard already.
    await page.getByRole('textbox', { name: '名前' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type(admin.name);
    await page.getByLabel('メールアドレス').fill(admin.email);
    await page.getByRole('textbox', { name: 'パスワード' }).fill(admin.password);
    await page.getByLabel('会社名').fill('アオバリンク');
    await page.getByRole('button', { name: 'Sodate をはじめる' }).click();

    await page.getByRole('heading', { name: '最初のシナリオを、いま動かしてみましょう' }).waitFor();
    await page.getByText('資料請求からの商談化').waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('turns English at once, and stays so after signing in again', async () => {
    await page.getByRole('link', { name: '設定' }).click();
    await page.getByText('English').click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.getByText('Saved').first().waitFor();

    await page.getByRole('button', { name: admin.name }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByText('Ask an administrator').waitFor();
    expect(await violationsOf(page)).toEqual([]);

    await page.getByLabel('Email address').and(page.locator(':focus')).waitFor();
    await page.keyboard.type(admin.email);
    await page.getByRole('textbox', { name: 'Password' }).fill('not this one');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('The email address or password is wrong').waitFor();
    await page.getByRole('textbox', { name: 'Password' }).fill(admin.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Let’s get your first journey going' }).waitFor();
  });

  it('keeps for the account what is chosen before signing in, and offers the languages in the person’s menu', async () => {
    await page.getByRole('button', { name: admin.name }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByText('日本語').click();
    await page.getByLabel('メールアドレス').fill(admin.email);
    await page.getByRole('textbox', { name: 'パスワード' }).fill(admin.password);
    await page.getByRole('button', { name: 'サインインする' }).click();
    await page.getByRole('heading', { name: '最初のシナリオを、いま動かしてみましょう' }).waitFor();

    const saved = page.waitForResponse((answer) => answer.url().includes('people.updateOwn') && answer.ok());
    await page.getByRole('button', { name: admin.name }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await saved;
    await page.reload();
    await page.getByRole('heading', { name: 'Let’s get your first journey going' }).waitFor();
  });

  it('is dark where that is chosen, and still readable', async () => {
    const beside = await page.context().newPage();
    await beside.goto(sodate.url);
    await beside.evaluate(noteColours);
    await page.goto(`${sodate.url}/settings`);
    await page.getByText('Dark', { exact: true }).click();
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.goto(sodate.url);
    await page.getByText('From document request to sales').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    // Without a journey there is nothing to press, and yet it scrolls.
    await page.goto(`${sodate.url}/operations`);
    await page.getByRole('table').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    // A second tab follows once; it does not turn the first one back.
    expect(await beside.evaluate(() => (window as unknown as { colours: string[] }).colours)).toEqual(['dark']);
    await beside.close();
  });

  it('reaches a screen by a few letters', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Search or go to' }).fill('lea');
    await page.getByRole('dialog').getByRole('button', { name: 'Leads', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${sodate.url}/leads`);
  });

  it('begins something from anywhere by a few letters, where that screen is open too', async () => {
    for (const _where of ['elsewhere', 'there']) {
      await page.keyboard.press('Control+k');
      await page.getByRole('textbox', { name: 'Search or go to' }).fill('new journey');
      await page.getByRole('dialog').getByRole('button', { name: 'New journey', exact: true }).waitFor();
      await page.keyboard.press('Enter');
      const asked = page.getByRole('dialog', { name: 'New journey' });
      await asked.getByRole('textbox', { name: 'Name' }).waitFor();
      await page.keyboard.press('Escape');
      await asked.waitFor({ state: 'detached' });
    }
  });

  it('says which keys there are, by one of them, but not amid a word', async () => {
    const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const field = page.getByRole('searchbox').or(page.getByRole('textbox')).first();
    await field.press('?');
    expect(await field.inputValue()).toBe('?');
    await field.fill('');
    await page.getByRole('link', { name: 'Leads', exact: true }).focus();
    await page.keyboard.press('?');
    await keys.getByText('Search, go somewhere, start something').waitFor();
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });
  });

  it('begins each page at its top, and finds its place again on the way back', async () => {
    await page.setViewportSize({ width: 1280, height: 500 });
    await page.getByRole('link', { name: 'Settings' }).click();
    const content = page.locator('#content');
    const place = () => content.evaluate(({ scrollTop }) => scrollTop);
    const follow = (href: string) =>
      page.evaluate((to) => document.querySelector<HTMLAnchorElement>(`a[href="${to}"]`)?.click(), href);
    const scrollDown = async () => {
      await content.getByRole('button').last().scrollIntoViewIfNeeded();
      // A scroll is told with the next picture, which nobody's click is quicker than.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      expect(await place()).toBeGreaterThan(100);
      return place();
    };
    const arrive = (heading: string) => content.getByRole('heading', { name: heading }).waitFor();
    await arrive('Name and language');
    const left = await scrollDown();
    await follow('/settings/organisation');
    await arrive('Organisation');
    await scrollDown();
    await follow('/settings');
    await arrive('Name and language');
    expect(await place()).toBe(0);
    await page.goBack();
    await arrive('Organisation');
    await page.goBack();
    await arrive('Name and language');
    await expect.poll(place).toBe(left);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('fits a phone, with the navigation at the foot', async () => {
    const phone = await openContext({
      browser,
      viewport: { width: 390, height: 844 },
      storageState: await context.storageState(),
    });
    const small = await phone.newPage();
    await small.goto(sodate.url);
    await small.getByText('From document request to sales').waitFor();
    expect(await isTooWide(small)).toBe(false);
    await small.getByRole('button', { name: 'Menu' }).click();
    await small.getByRole('dialog').getByRole('link', { name: 'Settings' }).click();
    await small.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(await isTooWide(small)).toBe(false);
    await phone.close();
  });

  it('says so where an address leads nowhere', async () => {
    await page.goto(`${sodate.url}/no-such-page`);
    await page.getByRole('heading', { name: 'Page not found' }).waitFor();
  });
});
