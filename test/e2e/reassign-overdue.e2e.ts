import { edgeIdOf } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, openContext } from './launch-chromium.ts';
import { nodesInAColumn } from './nodes-in-a-column.ts';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

const password = 'correct horse battery';
const manager = { name: '上田 実', email: 'ueda@sodate.test', role: 'sales-manager' } as const;
const first = { name: '水野 陽介', email: 'mizuno@sodate.test', role: 'sales-rep' } as const;
const second = { name: '森 あかり', email: 'mori@sodate.test', role: 'sales-rep' } as const;
const lead = { name: '坂井 真理子', email: 'sakai@try.sodate.test' };
const soon = { timeout: 20_000, interval: 200 };

let sodate: TestSodate;
let browser: Browser;
let api: Awaited<ReturnType<typeof signInByApi>>;
let journey: Awaited<ReturnType<typeof api.journeys.create.mutate>>['id'];
let ids: Readonly<Record<'first' | 'second', string>>;

beforeAll(async () => {
  [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  api = await signInByApi({ sodate });
  ids = { first: await invite(first), second: await invite(second) };
  ({ id: journey } = await api.journeys.create.mutate({ name: '資料請求からの商談化' }));
  await drawHandOff();
  await publish();
});

afterAll(async () => {
  await browser?.close();
  await sodate?.remove();
});

async function invite(person: typeof manager | typeof first | typeof second): Promise<string> {
  const { id, link } = await api.people.invite.mutate({ ...person, language: 'ja' });
  await api.session.choosePassword.mutate({ token: new URL(link).searchParams.get('token') ?? '', password });
  return id;
}

/** Added by hand, waits a day, handed to the first rep within eight business hours, ends. */
async function drawHandOff(): Promise<void> {
  const [calendar] = await api.calendars.list.query();
  const handOff = {
    to: { kind: 'user', user: ids.first },
    followUp: 'その日のうちに電話する',
    questions: [],
    sla: { amount: 8, unit: 'business-hours' },
    calendar: String(calendar?.id),
  };
  const nodes = nodesInAColumn([
    { type: 'added-by-person', config: {} },
    { type: 'wait', config: { duration: { amount: 1, unit: 'days' }, zone: 'journey' } },
    { type: 'hand-off', config: handOff },
    { type: 'end', config: {} },
  ]);
  const edges = [
    { from: asId<'node'>('n_0'), outcome: 'done', to: asId<'node'>('n_1') },
    { from: asId<'node'>('n_1'), outcome: 'done', to: asId<'node'>('n_2') },
    ...['opportunity', 'rejected', 'lost'].map((outcome) => ({
      from: asId<'node'>('n_2'),
      outcome,
      to: asId<'node'>('n_3'),
    })),
  ];
  const { revision } = await api.journeys.draft.query({ journey });
  const id = edgeIdOf({ from: asId('n_0'), outcome: 'drawn' });
  const commands = [{ id, command: { kind: 'paste' as const, nodes, edges } }];
  await api.journeys.applyCommands.mutate({ journey, clientId: 'reassign', base: revision, commands });
}

/** A journey that is not live yet, with a hand-off to a team within three business hours. */
async function drawForTeam(team: string): Promise<void> {
  const { id: drawn } = await api.journeys.create.mutate({ name: '展示会' });
  const config = { to: { kind: 'team', team }, sla: { amount: 3, unit: 'business-hours' } };
  const nodes = nodesInAColumn([{ type: 'hand-off', config }]);
  const id = edgeIdOf({ from: asId('n_0'), outcome: 'drawn' });
  const commands = [{ id, command: { kind: 'paste' as const, nodes, edges: [] } }];
  await api.journeys.applyCommands.mutate({ journey: drawn, clientId: 'reassign', base: 0, commands });
}

async function publish(): Promise<void> {
  const { revision } = await api.journeys.draft.query({ journey });
  await api.journeys.publish.mutate({ journey, revision, choices: {} });
}

async function signIn({ email, next }: { email: string; next: string }): Promise<Page> {
  const context = await openContext({ browser, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${sodate.url}/sign-in?next=${next}`);
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${sodate.url}${next}`);
  return page;
}

async function readConfig() {
  const { graph } = await api.journeys.draft.query({ journey });
  return graph.nodes[asId<'node'>('n_2')]?.config;
}

it('warns an admin while reps have nobody to lead them', async () => {
  const admin = await (await openSignedIn({ sodate, browser, locale: 'ja-JP' })).newPage();
  await admin.goto(`${sodate.url}/settings/people`);
  const warning = admin.getByRole('status').filter({ hasText: '営業マネージャーがいません。' });
  await warning.waitFor();
  await admin.goto(`${sodate.url}/handoffs`);
  await warning.getByRole('link', { name: '営業マネージャーを招待する' }).click();
  await admin.getByRole('dialog', { name: '人を招待する' }).waitFor();
  await admin.keyboard.press('Escape');
  await admin.waitForURL(`${sodate.url}/settings/people`);
  await invite(manager);
  await admin.reload();
  await admin.getByText(manager.email).waitFor();
  expect(await warning.count()).toBe(0);
  await admin.context().close();
});

it('lets a sales manager promise an answer within four business hours, and say who hears when it is late', async () => {
  const page = await signIn({ email: manager.email, next: `/journeys/${journey}` });
  await page.getByText('変えられるのは、営業のノードだけです。').waitFor();
  await page.locator('.react-flow__node-card').getByText('営業へ引き渡す').click();
  await page.getByLabel('対応期限の長さ').fill('4');
  await page.getByLabel('期限を過ぎたら知らせる人').click();
  await page.getByRole('option', { name: manager.name }).click();
  await expect.poll(readConfig, soon).toMatchObject({
    sla: { amount: 4, unit: 'business-hours' },
    escalateTo: [expect.stringMatching(/^[0-9a-f-]{36}$/)],
  });
  await page.getByText('変更は、マーケターが公開すると効きます').waitFor();
  await page.context().close();
});

it('shows the manager what is overdue, and lets them give it to another rep, who is told', async () => {
  await publish();
  await api.organisation.update.mutate({ testAddresses: [lead.email] });
  const { lead: id } = await api.leads.create.mutate({ fields: lead });
  await api.enrollments.enrol.mutate({ journey, lead: id });

  const page = await signIn({ email: manager.email, next: `/journeys/${journey}/leads` });
  await page.getByText('テスト用リードで通してみる').waitFor();
  await page.getByRole('link', { name: new RegExp(lead.name) }).click();
  await page.getByRole('button', { name: '次の期限まで早送り' }).click();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^引き渡し/ })
    .first()
    .click();
  await page.getByRole('link', { name: new RegExp(lead.name) }).click();
  const brief = page.getByRole('article', { name: `${lead.name}さんの要点` });
  await brief.getByText(`担当：${first.name}`).waitFor();
  await brief.getByText(/サイトやメールでの動きは、まだありません/).waitFor();
  await brief.getByRole('button', { name: '次の期限まで早送り' }).click();
  const note = brief.getByRole('status').filter({ hasText: '期限を過ぎています' });
  await note.getByText(`${first.name}さん、${manager.name}さんへ知らせました`).waitFor();
  await note.getByRole('button', { name: '担当を変える' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '新しい担当' }).click();
  await page
    .getByRole('option')
    .filter({ hasText: `${manager.name}（自分）` })
    .waitFor();
  await page.getByRole('option').filter({ hasText: second.name }).filter({ hasText: '未対応0件' }).click();
  await dialog.getByLabel('新しい担当へのメモ（任意）').fill('折り返しは午後に');
  await dialog.getByRole('button', { name: `${second.name}さんに変える` }).click();
  // What is said stands clear of the answers at the foot.
  const toast = page.getByRole('alert').getByText(`担当を${second.name}さんに変えました`, { exact: true });
  await toast.waitFor();
  const bottomOf = (one: typeof toast) => one.evaluate((element) => element.getBoundingClientRect().bottom);
  const foot = await brief.locator('footer').evaluate((element) => element.getBoundingClientRect().top);
  await expect.poll(() => bottomOf(toast)).toBeLessThan(foot);
  await brief.getByText(`担当：${second.name}`).waitFor();
  await note.getByText(`${second.name}さんの担当になりました。まだ受け付けられていません。`).waitFor();
  await note.getByText('折り返しは午後に').waitFor();

  const theirs = await signIn({ email: second.email, next: '/' });
  await theirs.getByRole('button', { name: 'お知らせ（未読1件）' }).click();
  await theirs.getByText(`${manager.name}さん：折り返しは午後に`).waitFor();
  await theirs.getByText(`${lead.name}さんの引き渡しが届きました`).first().click();
  await theirs.getByText('1件が期限を過ぎています').waitFor();
  await theirs.getByRole('button', { name: 'お知らせ', exact: true }).waitFor();

  const former = await signIn({ email: first.email, next: '/handoffs' });
  await former.getByText('未対応の引き渡しはありません').waitFor();
  expect(await former.getByRole('link', { name: new RegExp(lead.name) }).count()).toBe(0);
  await former.getByRole('button', { name: 'お知らせ（未読1件）' }).click();
  await former.getByText(`${lead.name}さんの担当が${second.name}さんに変わりました`).waitFor();
});

it('lets the manager arrange a holiday of a member, and tells them on Home who answers late', async () => {
  const team = await api.teams.save.mutate({ name: '東日本', members: [ids.first, ids.second] as never });
  await drawForTeam(team.id);
  const page = await signIn({ email: manager.email, next: '/' });
  await page.getByRole('link', { name: 'ホーム' }).waitFor();
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('textbox').fill('休み');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /チーム/ })
    .click();
  await page.getByRole('button', { name: `${first.name}さんを不在にする日` }).click();
  await page.getByLabel('最初の日').fill('2031-01-06');
  await page.getByLabel('最後の日').fill('2031-01-07');
  await page.getByRole('button', { name: '保存する' }).click();
  await page.getByText(/1\/6.*から.*1\/7.*まで不在/).waitFor();

  // What a member changes of their own meanwhile stays.
  await page.getByRole('button', { name: `${second.name}さんを不在にする日` }).click();
  await api.people.update.mutate({ id: ids.second as never, absent: true });
  await page.getByLabel('最初の日').fill('2031-02-03');
  await page.getByLabel('最後の日').fill('2031-02-04');
  await page.getByRole('button', { name: '保存する' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const { rows } = await api.people.list.query({ limit: 50 });
  const away = { absent: true, absentDays: { from: '2031-02-03', until: '2031-02-04' } };
  expect(rows.find(({ id }) => id === ids.second)).toMatchObject(away);

  await page.getByText('3営業時間以内（まだ公開していません）').waitFor();
  await page.getByRole('link', { name: '展示会 › 営業へ引き渡す' }).press('Enter');
  await page.getByLabel('対応期限の長さ').waitFor();
  await page.goto(sodate.url);
  const owners = page.getByRole('region', { name: '担当ごとの対応と成果' });
  // The only hand-off is a test lead's, which no number counts.
  await owners.getByText('今月、期限を迎えた引き渡しも、面談や受注もまだありません').waitFor();

  // Nothing is live: who may go on drawing is shown what there is to draw, a rep is not.
  await api.journeys.pause.mutate({ journey });
  await page.reload();
  await page.getByRole('link', { name: /「展示会」の続きを描く/ }).waitFor();
  const theirs = await signIn({ email: first.email, next: '/' });
  await theirs.getByRole('region', { name: 'あなたの対応と成果' }).waitFor();
  expect(await theirs.getByText('続きを描く').count()).toBe(0);
  await page.context().close();
});
