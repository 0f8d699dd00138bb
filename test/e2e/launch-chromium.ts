import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { findChromium } from '../find-chromium.ts';

/** A headless Chromium; close it in `afterAll`. Give each person in the test a context by `openContext`. */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined));
  return chromium.launch({
    executablePath,
    // Not the package's own flags: they run the browser in one process, and without web security.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    env: { ...(inherited as Record<string, string>), ...env },
  });
}

/** A headless browser calls itself one, and the product passes over robots. */
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36';

/** A person's own browser, Japanese and in Tokyo unless told otherwise, 1280 × 800. They touch a page once it listens. */
export async function openContext({
  browser,
  ...options
}: { browser: Browser } & BrowserContextOptions): Promise<BrowserContext> {
  const context = await openHasty({ browser, ...options });
  context.on('page', (page) => {
    const goto = page.goto.bind(page);
    page.goto = async (...given) => {
      const answer = await goto(...given);
      await page.locator('#root[aria-busy]').waitFor({ state: 'detached' });
      return answer;
    };
  });
  return context;
}

/** The same, who looks at a page as soon as it is there, whether it answers yet or not. */
export function openHasty({
  browser,
  ...options
}: { browser: Browser } & BrowserContextOptions): Promise<BrowserContext> {
  return browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 800 },
    userAgent,
    // Else each dialog that opens, and each list, holds up a story until it stands still.
    reducedMotion: 'reduce',
    ...options,
  });
}
