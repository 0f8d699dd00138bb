import { waitUntil } from '@sodate/cli/process/wait-until';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  answerHostilely,
  hostile,
  lead,
  publishHostileJourney,
  sendHostileEvents,
  storeHostileMails,
  storeHostileNames,
} from './hostile-words.ts';
import { launchChromium } from './launch-chromium.ts';
import { firstAdmin, openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

interface Screen {
  readonly path: string;
  /** Where the words stand, if not anywhere on the page. */
  readonly within?: string;
  /** A button to press first. */
  readonly press?: RegExp;
}

let sodate: TestSodate;
let browser: Browser;
let screens: readonly Screen[];

beforeAll(async () => {
  [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  screens = await fill();
});

afterAll(async () => {
  await browser?.close();
  await sodate?.remove();
});

/** Everything that somebody may name or write, written by an attacker; the screens that show it. */
async function fill(): Promise<readonly Screen[]> {
  const api = await signInByApi({ sodate });
  const { user } = await storeHostileNames({ api });
  await sendHostileEvents({ sodate, api });
  const { mail, breakout } = await storeHostileMails({ api });
  const journey = await publishHostileJourney({ api, mail, user });
  const found = await waitUntil({
    check: async () => (await api.leads.list.query({ filter: { search: lead.email } })).rows[0],
    what: 'the stranger is a lead',
    withinMs: 60_000,
  });
  await api.leads.edit.mutate({
    lead: found.id,
    fields: { name: hostile, title: hostile, own: { page: 'javascript:broken()' } },
  });
  const { enrollment } = await api.enrollments.enrol.mutate({ journey, lead: found.id });
  const handoff = await waitUntil({
    check: async () => (await api.handoffs.list.query({})).rows[0]?.id,
    what: 'the lead is handed over',
    withinMs: 60_000,
  });
  const [admin] = (await api.people.list.query({ search: firstAdmin.email })).rows;
  await api.handoffs.reassign.mutate({ handoff, owner: admin?.id ?? '' });
  await answerHostilely({ api, handoff });
  const { link } = await api.shares.make.mutate({ journey, shows: 'published', withCounts: true, days: 7 });
  return [
    { path: '/' },
    { path: '/handoffs', press: /^お知らせ/, within: '[role=dialog]' },
    { path: '/journeys' },
    { path: `/journeys/${journey}`, within: '.react-flow' },
    { path: `/journeys/${journey}/leads` },
    { path: `/journeys/${journey}/versions`, within: '.react-flow' },
    { path: `/journeys/${journey}/document` },
    { path: new URL(link).pathname },
    { path: `/enrollments/${enrollment}` },
    { path: '/operations' },
    { path: '/leads' },
    { path: '/leads/import' },
    { path: `/leads/${found.id}` },
    { path: '/handoffs?view=closed' },
    { path: `/handoffs/${handoff}` },
    { path: '/mails' },
    { path: `/mails/${mail}`, within: 'iframe' },
    { path: `/mails/${breakout}` },
    { path: '/mailbox' },
    { path: '/settings/tag' },
    { path: '/settings/fields' },
    { path: '/settings/people' },
    { path: '/settings/teams' },
  ];
}

/** What was made of words in any frame, where nothing but words may stand. */
async function findInjected(page: Page): Promise<readonly string[]> {
  const faults = ['[onerror]', '[onload]', 'img[src="x"]', '[href^="javascript:" i]', '[src^="javascript:" i]'];
  const found = page.frames().map((frame) =>
    frame
      .locator(faults.join(', '))
      .evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 200)))
      // A preview that is just being drawn anew takes its frame with it.
      .catch(() => []),
  );
  return (await Promise.all(found)).flat();
}

it('nothing that a stranger or a colleague wrote runs as a script, or becomes a part of a page', async () => {
  const context = await openSignedIn({ sodate, browser });
  const faults: string[] = [];
  let at = '';
  await context.exposeFunction('broken', () => faults.push(`${at}: a script ran`));
  const page = await context.newPage();
  page.on('dialog', async (dialog) => {
    faults.push(`${at}: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(`${at}: ${error.message}`));
  page.on('console', (said) => {
    if (/Content.Security.Policy/i.test(said.text())) faults.push(`${at}: ${said.text()}`);
  });
  const silent: string[] = [];
  for (const { path, within, press } of screens) {
    at = path;
    await page.goto(sodate.url + path);
    await page.locator('h1, h2').first().waitFor();
    await page.locator('.mantine-Loader-root').first().waitFor({ state: 'detached' });
    if (press !== undefined) await page.getByRole('button', { name: press }).first().click();
    const place = within === 'iframe' ? page.frameLocator('iframe').locator('body') : page.locator(within ?? 'body');
    // The words themselves are there: else the screen would prove nothing.
    const shown = place.getByText('onerror=').or(place.locator('[value*="onerror="], [title*="onerror="]'));
    const seen = await shown
      .first()
      .waitFor({ timeout: 5_000, state: 'attached' })
      .then(() => true)
      .catch(() => false);
    if (!seen) silent.push(path);
    faults.push(...(await findInjected(page)).map((html) => `${at}: ${html}`));
  }
  const heard = [...faults];
  await page.evaluate((words) => document.body.insertAdjacentHTML('beforeend', words), hostile);
  expect(await findInjected(page), 'one that gets in is noticed').toHaveLength(1);
  await context.close();
  expect({ faults: heard, silent }).toEqual({ faults: [], silent: [] });
});
