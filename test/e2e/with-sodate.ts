import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchChromium } from './launch-chromium.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

/** The product and a browser for all tests of a file; filled in before the first of them. */
export function withSodate(): { readonly sodate: TestSodate; readonly browser: Browser } {
  let sodate: TestSodate | undefined;
  const world = withBrowser();
  beforeAll(async () => {
    sodate = await startSodate();
  });
  afterAll(() => sodate?.remove());
  return {
    get sodate() {
      return started(sodate);
    },
    get browser() {
      return world.browser;
    },
  };
}

/** What a story may ask of a product that it shares: it neither ends it nor sets it up. */
export type SharedSodate = Pick<TestSodate, 'url' | 'databaseUrl' | 'signInUrl'>;

/**
 * The product that all stories share, which spares a file some ten seconds, and a browser of its own. The first admin has set
 * it up. For stories that make what they look at and count nothing else: others are at work in it meanwhile.
 */
export function withSharedSodate(): { readonly sodate: SharedSodate; readonly browser: Browser } {
  const given = inject('sharedSodate');
  const world = withBrowser();
  return {
    sodate: { ...given, signInUrl: `${given.url}/sign-in` },
    get browser() {
      return world.browser;
    },
  };
}

function withBrowser(): { readonly browser: Browser } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  return {
    get browser() {
      return started(browser);
    },
  };
}

function started<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('asked for before the first test');
  return thing;
}
