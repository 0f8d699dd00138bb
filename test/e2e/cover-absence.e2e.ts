import { connect, type Pool } from '@sodate/database/connect';
import { handoff } from '@sodate/database/schema/handoff';
import { asId, type HandoffId, type UserId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handOver, readHandoff } from '../hosts/test-handoffs.ts';
import { openContext } from './launch-chromium.ts';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { withSharedSodate } from './with-sodate.ts';

const password = 'correct horse battery';
const manager = { name: '堀 和彦', email: 'hori@sodate.test', role: 'sales-manager' } as const;
const leaving = { name: '大川 亮', email: 'okawa@sodate.test', role: 'sales-rep' } as const;
const heir = { name: '清水 悠', email: 'shimizu@sodate.test', role: 'sales-rep' } as const;
const alsoAway = { name: '野口 沙織', email: 'noguchi@sodate.test', role: 'sales-rep' } as const;
const thereToo = { name: '岸 文', email: 'kishi@sodate.test', role: 'sales-rep' } as const;
const dayMs = 86_400_000;

const world = withSharedSodate();
const { sodate } = world;
let api: Awaited<ReturnType<typeof signInByApi>>;
let pool: Pool;
let page: Page;
let there: UserId;
let handoffs: readonly HandoffId[];
let ids: Readonly<Record<'leaving' | 'heir', UserId>>;

beforeAll(async () => {
  api = await signInByApi({ sodate });
  pool = connect({ url: sodate.databaseUrl, size: 2, name: 'test' });
  await invite(manager);
  ids = { leaving: await invite(leaving), heir: await invite(heir) };
  const away = await invite(alsoAway);
  await api.people.update.mutate({ id: away as never, absentDays: { from: day(5), until: day(20) } });
  await api.teams.save.mutate({ name: '関西', members: [ids.leaving, away, ids.heir] as never });
  const { database } = pool;
  handoffs = [
    await handOver({ database, to: { id: ids.leaving } }),
    await handOver({ database, to: { id: ids.leaving } }),
  ];
  page = await signIn();
});
afterAll(() => pool?.close());

async function invite(
  person: typeof manager | typeof leaving | typeof heir | typeof alsoAway | typeof thereToo,
): Promise<UserId> {
  const { id, link } = await api.people.invite.mutate({ ...person, language: 'ja' });
  await api.session.choosePassword.mutate({ token: new URL(link).searchParams.get('token') ?? '', password });
  return asId<'user'>(id);
}

async function signIn(): Promise<Page> {
  const context = await openContext({ browser: world.browser, viewport: { width: 1280, height: 800 } });
  const opened = await context.newPage();
  await opened.goto(`${sodate.url}/sign-in?next=/settings/teams`);
  await opened.locator('input[type=email]').fill(manager.email);
  await opened.locator('input[type=password]').fill(password);
  await opened.keyboard.press('Enter');
  await opened.getByText('関西').first().waitFor();
  return opened;
}

function day(ahead: number): string {
  return new Date(Date.now() + ahead * dayMs).toISOString().slice(0, 10);
}

async function owners() {
  const rows = await Promise.all(handoffs.map((id) => readHandoff({ database: pool.database, id })));
  return rows.map(({ row }) => row.ownerId);
}

it('says of a holiday what falls due in it, and gives that to those of the team who are there', async () => {
  await page.getByRole('button', { name: `${leaving.name}さんを不在にする日` }).click();
  await page.getByLabel('最初の日').fill(day(-1));
  await page.getByLabel('最後の日').fill(day(12));
  await page.getByText('この間に期限が来る、未対応の引き渡しが2件あります。').waitFor();
  await page.getByRole('button', { name: '不在を保存して、この間の担当を変える' }).click();

  const dialog = page.getByRole('dialog', { name: `${leaving.name}さんの引き渡しの担当を変える` });
  const leads = dialog.getByRole('list', { name: '対象のリード' }).getByRole('listitem');
  await expect.poll(() => leads.count()).toBe(2);
  await dialog.getByRole('combobox', { name: '引き継ぐ人' }).click();
  await page.getByRole('option', { name: new RegExp(`${alsoAway.name}（.*から不在）`) }).click();
  await dialog.getByText(new RegExp(`${alsoAway.name}さんは.*から.*まで不在です。`)).waitFor();
  await dialog.getByLabel('チームの順番で分ける').check();
  await dialog.getByRole('combobox', { name: '引き継ぐチーム' }).click();
  await page.getByRole('option', { name: '関西' }).click();
  await dialog.getByText(`${heir.name}さん 2件`).waitFor();
  await dialog.getByRole('button', { name: '2件の担当を変える' }).click();
  await page.getByText(`2件の担当を${heir.name}さんに変えました`).first().waitFor();
  expect(await owners()).toEqual([ids.heir, ids.heir]);
});

it('takes all of that back where it was a slip', async () => {
  // Once what was said is gone, the way back stands where the move was made.
  const said = page.getByRole('alert').filter({ hasText: `2件の担当を${heir.name}さんに変えました` });
  await said.getByRole('button', { name: '閉じる' }).click();
  await page.reload();
  const undo = page.getByRole('button', { name: '2件の担当を元に戻す' });
  await expect.poll(() => undo.count()).toBe(1);
  await undo.click();
  await page.getByText(`2件の担当を${leaving.name}さんに戻しました`).waitFor();
  await expect.poll(() => undo.count()).toBe(0);
  expect(await owners()).toEqual([ids.leaving, ids.leaving]);
});

it('gives on what falls in those days alone, where there is more', async () => {
  const later = await handOver({ database: pool.database, to: { id: ids.leaving } });
  const dueAt = asInstant(Date.now() + 40 * dayMs);
  await pool.database.update(handoff).set({ dueAt }).where(eq(handoff.id, later));
  await page.getByRole('button', { name: new RegExp(`^${leaving.name}さんを不在にする日`) }).click();
  await page.getByRole('button', { name: 'この間の担当を変える' }).click();
  const dialog = page.getByRole('dialog', { name: `${leaving.name}さんの引き渡しの担当を変える` });
  const only = dialog.getByRole('radio', { name: '不在の間に期限か連絡の予定がある2件だけ' });
  expect(await only.isChecked()).toBe(true);
  await dialog.getByRole('combobox', { name: '引き継ぐ人' }).click();
  await page.getByRole('option', { name: new RegExp(heir.name) }).click();
  await dialog.getByRole('radio', { name: 'すべて（3件）' }).check();
  await dialog.getByRole('button', { name: '3件の担当を変える' }).waitFor();
  await only.check();
  await dialog.getByRole('button', { name: '2件の担当を変える' }).click();
  await page.getByText(`2件の担当を${heir.name}さんに変えました`).first().waitFor();
  expect(await owners()).toEqual([ids.heir, ids.heir]);
  expect((await readHandoff({ database: pool.database, id: later })).row.ownerId).toBe(ids.leaving);
  await page.getByRole('list').getByRole('button', { name: '2件の担当を元に戻す' }).click();
  await expect.poll(owners).toEqual([ids.leaving, ids.leaving]);
});

it('shows again which lead went to whom, once that was closed', async () => {
  there = await invite(thereToo);
  await api.teams.save.mutate({ name: '東北', members: [ids.heir, there] as never });
  await page.reload();
  await page
    .getByRole('button', { name: new RegExp(`^${leaving.name}さんを不在にする日`) })
    .first()
    .click();
  await page.getByRole('button', { name: '進行中の引き渡しの担当を変える', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `${leaving.name}さんの引き渡しの担当を変える` });
  await dialog.getByLabel('チームの順番で分ける').check();
  await dialog.getByRole('combobox', { name: '引き継ぐチーム' }).click();
  await page.getByRole('option', { name: '東北' }).click();
  await dialog.getByRole('button', { name: '3件の担当を変える' }).click();
  const result = page.getByRole('dialog', { name: 'だれの担当になったか' });
  await result.getByRole('button', { name: '閉じる' }).last().click();
  await result.waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('button', { name: 'だれの担当になったか' }).click();
  await expect.poll(() => result.getByRole('listitem').count()).toBe(3);
  await result.getByRole('button', { name: '閉じる' }).last().click();
  // Days later, when nothing is said of the move any more, it still stands at the person.
  await page
    .getByRole('button', { name: `${leaving.name}さんからこの7日間に担当を変えた引き渡し 3件` })
    .first()
    .click();
  const movedFrom = page.getByRole('dialog', { name: `${leaving.name}さんからこの7日間に担当を変えた引き渡し` });
  await movedFrom.getByText(`（変更：${manager.name}さん）`).nth(2).waitFor();
  expect(await movedFrom.getByRole('listitem').count()).toBe(3);
  await page.keyboard.press('Escape');
  await page.getByRole('list').getByRole('button', { name: '3件の担当を元に戻す' }).click();
  await expect.poll(owners).toEqual([ids.leaving, ids.leaving]);
  await expect.poll(() => page.getByRole('button', { name: 'だれの担当になったか' }).count()).toBe(0);
});

it('names the lead of a single hand-off that was moved, and leads to it', async () => {
  const one = await handOver({ database: pool.database, to: { id: there } });
  await page
    .getByRole('button', { name: `${thereToo.name}さんを不在にする日` })
    .first()
    .click();
  await page.getByRole('button', { name: '進行中の引き渡しの担当を変える', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `${thereToo.name}さんの引き渡しの担当を変える` });
  await dialog.getByRole('combobox', { name: '引き継ぐ人' }).click();
  await page.getByRole('option', { name: new RegExp(heir.name) }).click();
  await dialog.getByRole('button', { name: '1件の担当を変える' }).click();
  const line = page.getByRole('listitem').filter({ hasText: `1件の担当を${heir.name}さんに変えました` });
  expect(await line.getByRole('link').getAttribute('href')).toBe(`/handoffs/${one}`);
  await line.getByRole('button', { name: '1件の担当を元に戻す' }).click();
  await line.waitFor({ state: 'hidden' });
});

it('asks an administrator to deactivate somebody, who is led to their settings', async () => {
  await page.getByRole('button', { name: `${alsoAway.name}さんを不在にする日`, exact: false }).click();
  await page.getByRole('button', { name: '使用停止を管理者に依頼…' }).click();
  await page.getByRole('button', { name: '依頼を送る' }).click();
  await page.getByText(new RegExp(`${manager.name}さんが.*使用停止を依頼しました`)).waitFor();
  const { rows } = await api.notices.list.query({ limit: 20 });
  const asked = rows.find(({ kind, person }) => kind === 'deactivation-asked' && person === alsoAway.name);
  const admin = await (await openSignedIn({ sodate, browser: world.browser })).newPage();
  await admin.goto(`${sodate.url}${asked?.href}`);
  const settings = admin.getByRole('dialog', { name: new RegExp(alsoAway.name) });
  await settings.getByText(new RegExp(`${manager.name}さんが.*${alsoAway.name}さんの使用停止を依頼しました`)).waitFor();
  await settings.getByRole('button', { name: '使用を止める' }).first().click();
  await admin.getByRole('dialog', { name: new RegExp(`${alsoAway.name}さんの使用を止め`) }).waitFor();
  await page.keyboard.press('Escape');
});

it('takes back a single change of owner from the page of the hand-off, and tells what cannot be', async () => {
  await page.goto(`${sodate.url}/handoffs/${handoffs[0]}`);
  const brief = page.getByRole('article');
  const giveToHeir = async () => {
    await brief.getByRole('button', { name: '担当を変える' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '新しい担当' }).click();
    await page.getByRole('option', { name: new RegExp(heir.name) }).click();
    await dialog.getByRole('button', { name: `${heir.name}さんに変える` }).click();
  };
  await giveToHeir();
  await page.getByRole('button', { name: '担当を元に戻す' }).click();
  await page.getByText(`1件の担当を${leaving.name}さんに戻しました`).waitFor();
  await brief.getByText(`担当の変更を取り消しました：${heir.name}さん → ${leaving.name}さん`).nth(1).waitFor();
  expect(await owners()).toEqual([ids.leaving, ids.leaving]);

  await page.goto(`${sodate.url}/handoffs?owner=${ids.heir}`);
  await page.getByText(`${heir.name}さんの未対応の引き渡しはありません`).waitFor();
});
