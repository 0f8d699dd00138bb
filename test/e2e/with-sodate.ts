import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from './launch-chromium.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

/** The product and a browser for all tests of a file; filled in before the first of them. */
export function withSodate(): { readonly sodate: TestSodate; readonly browser: Browser } {
  let sodate: TestSodate | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await sodate?.remove();
  });
  return {
    get sodate() {
      return started(sodate);
    },
    get browser() {
      return started(browser);
    },
  };
}

function started<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('asked for before the first test');
  return thing;
}
