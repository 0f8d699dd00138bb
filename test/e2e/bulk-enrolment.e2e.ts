import { connect, type Pool } from '@sodate/database/connect';
import { lead } from '@sodate/database/schema/lead';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, openContext } from './launch-chromium.ts';
import { publishShort } from './publish-short.ts';
import { firstAdmin, signInByApi } from './sign-in-by-api.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

let sodate: TestSodate;
let browser: Browser;
let pool: Pool;

beforeAll(async () => {
  [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  const api = await signInByApi({ sodate });
  pool = connect({ url: sodate.databaseUrl, size: 2, name: 'test' });
  await pool.database.insert(lead).values(Array.from({ length: 620 }, (_, index) => ({ name: `見込 ${index}` })));
  const { id: journey } = await api.journeys.create.mutate({ name: '休眠の掘り起こし' });
  await publishShort({ api, journey });
  const [first] = (await api.leads.list.query({})).rows;
  if (first) await api.enrollments.enrol.mutate({ journey, lead: first.id });
});

afterAll(async () => {
  await browser?.close();
  await pool?.close();
  await sodate?.remove();
});

it('adds all leads of the list to a journey by keyboard, and tells on its page how it went', async () => {
  const page = await (await openContext({ browser })).newPage();
  await page.goto(`${sodate.url}/sign-in?next=/leads`);
  await page.locator('input[type=email]').fill(firstAdmin.email);
  await page.locator('input[type=password]').fill(firstAdmin.password);
  await page.keyboard.press('Enter');
  const all = page.getByRole('button', { name: '全員をシナリオに入れる' });
  await all.waitFor();
  await page.getByText('620人').waitFor();
  const box = page.getByRole('row').nth(1).getByRole('checkbox');
  await box.check();
  await page.getByRole('button', { name: '選んだ1人をシナリオに入れる' }).waitFor();
  expect(await all.count()).toBe(0);
  await box.uncheck();
  await all.press('Enter');
  const dialog = page.getByRole('dialog', { name: '620人をシナリオに入れる' });
  await dialog.getByRole('combobox', { name: 'シナリオ' }).fill('休眠');
  await page.getByRole('option', { name: '休眠の掘り起こし' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '全員を入れる' }).press('Enter');
  const told = page.getByRole('region', { name: '一括での追加' });
  await told.getByText('619人を一括で追加しました').waitFor();
  await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(40);
  expect(await told.innerText()).toContain('入らなかった人：参加中 1人。');
  expect(await told.innerText()).toContain(firstAdmin.name);
});
