import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Language, languages } from '@sodate/journey/text';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './launch-chromium.ts';
import { publishShort } from './publish-short.ts';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const locales = { ja: 'ja-JP', en: 'en-GB' } as const;

type Api = Awaited<ReturnType<typeof signInByApi>>;

interface Screen {
  readonly path: string;
  /** What is seen once the screen is there. */
  readonly shows?: string;
}

let sodate: TestSodate;
let api: Api;
let browser: Browser;
let screens: readonly Screen[];

beforeAll(async () => {
  [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  api = await signInByApi({ sodate, language: 'en' });
  screens = await fill();
});

afterAll(async () => {
  await browser?.close();
  await sodate?.remove();
});

/** One of everything, worded in English, so that a Japanese word on an English screen is one of ours. */
async function fill(): Promise<readonly Screen[]> {
  const { id: mail } = await api.mails.create.mutate({ name: 'Thanks', kind: 'reply', subject: 'Your document' });
  const { id: template } = await api.journeys.create.mutate({
    name: 'From request to deal',
    template: 'document-request',
  });
  const { id: blank } = await api.journeys.create.mutate({ name: 'Blank' });
  // Names as long as people make them: nothing may push a screen apart.
  const { id: live } = await api.journeys.create.mutate({
    name: 'For everyone whose card we took at the fair: case studies, then talk of prices',
  });
  const { lead } = await api.leads.create.mutate({
    fields: {
      name: 'Augusta Ada Byron, Countess of Lovelace',
      email: `${'ada.'.repeat(12)}lovelace@analytical-engine.test`,
    },
  });
  await publishShort({ api, journey: live });
  const { enrollment } = await api.enrollments.enrol.mutate({ journey: live, lead });
  await api.bulkEnrolments.start.mutate({ journey: live, filter: {} });
  const share = await api.shares.make.mutate({ journey: live, shows: 'published', withCounts: true, days: 7 });
  const card = '.react-flow__node-card';
  return [
    { path: '/' },
    { path: '/journeys' },
    { path: `/journeys/${template}`, shows: card },
    { path: `/journeys/${blank}`, shows: '.react-flow h2, main h2' },
    { path: `/journeys/${live}`, shows: card },
    { path: `/journeys/${live}/leads` },
    { path: `/journeys/${live}/versions`, shows: card },
    { path: `/journeys/${live}/trial`, shows: card },
    { path: `/journeys/${live}/document` },
    { path: new URL(share.link).pathname, shows: card },
    { path: '/share/unknown', shows: 'h2' },
    { path: `/enrollments/${enrollment}`, shows: 'h1, h2' },
    { path: `/enrollments/${enrollment}/canvas`, shows: card },
    { path: '/operations', shows: 'main a' },
    { path: '/stuck' },
    { path: '/sends' },
    { path: '/leads' },
    { path: '/leads/import' },
    { path: `/leads/${lead}` },
    { path: '/handoffs', shows: 'h1, h2' },
    { path: '/mails' },
    { path: `/mails/${mail}`, shows: 'main .variable-chip' },
    { path: '/mailbox' },
    { path: '/scores' },
    ...['', '/organisation', '/tag', '/test-leads', '/fields', '/people', '/teams', '/calendars'].map((section) => ({
      path: `/settings${section}`,
      shows: 'main h2',
    })),
  ];
}

async function signedIn({ language, dark }: { language: Language; dark: boolean }): Promise<BrowserContext> {
  await api.people.updateOwn.mutate({ language, colourScheme: dark ? 'dark' : 'light' });
  const context = await openSignedIn({
    sodate,
    browser,
    locale: locales[language],
    colorScheme: dark ? 'dark' : 'light',
  });
  return context;
}

async function open({ page, screen }: { page: Page; screen: Screen }): Promise<void> {
  await page.goto(sodate.url + screen.path);
  await page
    .locator(screen.shows ?? 'h1')
    .first()
    .waitFor();
  await page.locator('.mantine-Loader-root').first().waitFor({ state: 'detached' });
}

/** Scrolled sideways, a screen is broken. */
function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

/** A screen scrolls within its frame: where the document does, the bar at the foot leaves it. What is for printing has none. */
async function isTooLong(page: Page): Promise<boolean> {
  await page.setViewportSize({ width: 390, height: 480 });
  return page.evaluate(
    'document.getElementById("content") !== null && document.scrollingElement.scrollHeight > innerHeight',
  );
}

/** Where the numbers of the month begin: on one line, however their words wrap. */
async function numberTops(page: Page): Promise<ReadonlySet<number>> {
  const numbers = page.locator('main ol').first().locator('li > b:not([aria-hidden])');
  return new Set(await numbers.evaluateAll((found) => found.map((one) => Math.round(one.getBoundingClientRect().top))));
}

/** On a phone the name is the first to give way to what stands beside it. */
async function isNameless(page: Page): Promise<boolean> {
  const name = await page.locator('h1').first().boundingBox();
  return name === null || name.width < 24;
}

/** Buttons that a thumb misses. The steppers of a number have its field, and words that lead somewhere reach beyond themselves. */
function smallOnes(page: Page): Promise<readonly string[]> {
  const buttons = 'button:not(.link, [tabindex="-1"], [aria-hidden="true"]), .mantine-Button-root';
  return page.locator(buttons).evaluateAll((found) =>
    found
      .filter((button) => button.closest('.react-flow__viewport') === null && button.checkVisibility())
      .filter((button) => button.getBoundingClientRect().height < 36)
      .map((button) => button.outerHTML.slice(0, 200)),
  );
}

/** What is small once the screen has followed the window: right after it grew narrow, the wide one may still stand. */
async function stillSmall(page: Page): Promise<readonly string[]> {
  let found: readonly string[] = [];
  const look = async () => {
    found = await smallOnes(page);
    return found.length;
  };
  await expect
    .poll(look, { timeout: 3_000 })
    .toBe(0)
    .catch(() => {});
  return found;
}

async function faultsOnPhone({ page, screen: { path } }: { page: Page; screen: Screen }): Promise<readonly string[]> {
  await page.setViewportSize({ width: 390, height: 844 });
  const faults = (await stillSmall(page)).map((button) => `too small: ${button}`);
  if (await isTooWide(page)) faults.push('too wide');
  if (path.startsWith('/journeys/') && (await isNameless(page))) faults.push('no room for its name');
  if (await isTooLong(page)) faults.push('the document scrolls');
  return faults;
}

/** What the libraries call their own parts, where nobody has named them in Japanese. */
function foreignNames(page: Page): Promise<readonly string[]> {
  return page
    .locator('[aria-label]')
    .evaluateAll((found) =>
      found
        .map((part) => part.ariaLabel ?? '')
        .filter((name) => /^(Zoom (In|Out)|Fit View|Control Panel|Mini Map|Toggle password|Close)/.test(name)),
    );
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

async function gravesOf(page: Page): Promise<readonly string[]> {
  const { violations } = (await page.evaluate(`${axeSource}; axe.run(document, { iframes: false })`)) as AxeResult;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

describe('every screen', () => {
  it.each(languages)('fits a laptop and a phone, in %s, without an error', async (language) => {
    const context = await signedIn({ language, dark: false });
    const page = await context.newPage();
    const faults: string[] = [];
    let at = '';
    page.on('pageerror', (error) => faults.push(`${at}: ${error.message}`));
    page.on('console', (said) => said.type() === 'error' && faults.push(`${at}: ${said.text()}`));
    for (const screen of screens) {
      at = screen.path;
      await page.setViewportSize({ width: 1280, height: 800 });
      await open({ page, screen });
      if (await isTooWide(page)) faults.push(`${at}: too wide at 1280`);
      const words = await page.locator('body').innerText();
      if (language === 'en' && /[\u3040-\u30ff]/.test(words)) faults.push(`${at}: Japanese in "${words}"`);
      if (language === 'ja') {
        faults.push(...(await gravesOf(page)).map((grave) => `${at}: ${grave}`));
        faults.push(...(await foreignNames(page)).map((name) => `${at}: ${name}`));
      }
      faults.push(...(await faultsOnPhone({ page, screen })).map((fault) => `${at}: ${fault} at 390`));
    }
    await context.close();
    expect(faults).toEqual([]);
  });

  it('lets the numbers of the month stand on one line, however their words wrap', async () => {
    const context = await signedIn({ language: 'en', dark: false });
    const page = await context.newPage();
    for (const width of [1024, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await open({ page, screen: { path: '/', shows: 'main ol b' } });
      expect([width, (await numberTops(page)).size]).toEqual([width, 1]);
    }
    await context.close();
  });

  it('names what opens above a screen, and its controls', async () => {
    const context = await signedIn({ language: 'en', dark: true });
    const page = await context.newPage();
    await open({ page, screen: { path: '/settings/people' } });
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByRole('dialog').getByLabel('Name').waitFor();
    const graves = [...(await gravesOf(page))];
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').locator('input').waitFor();
    graves.push(...(await gravesOf(page)));
    await context.close();
    expect(graves).toEqual([]);
  });

  it('can be read in the dark', async () => {
    const context = await signedIn({ language: 'en', dark: true });
    const page = await context.newPage();
    const graves: string[] = [];
    for (const screen of screens.filter(({ path }) => /^.(journeys.*.leads|leads.|scores)/.test(path))) {
      await open({ page, screen });
      graves.push(...(await gravesOf(page)).map((grave) => `${screen.path}: ${grave}`));
    }
    await context.close();
    expect(graves).toEqual([]);
  });
});
