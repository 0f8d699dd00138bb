import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, openContext } from './launch-chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

it('gives each person a browser of their own', async () => {
  const [one, other] = await Promise.all([openContext({ browser }), openContext({ browser, locale: 'en-GB' })]);
  const page = await one.newPage();
  await page.setContent('<title>育て</title><p>こんにちは</p>');

  await other.close();

  expect(await page.title()).toBe('育て');
  expect(await page.evaluate('navigator.language')).toBe('ja-JP');
});
