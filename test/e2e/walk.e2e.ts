import { asId, type JourneyId } from '@sodate/journey/id';
import { beforeAll, expect, it } from 'vitest';
import { publishShort } from './publish-short.ts';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { withSharedSodate } from './with-sodate.ts';

const world = withSharedSodate();
const { sodate } = world;
let api: Awaited<ReturnType<typeof signInByApi>>;
let waiting: JourneyId;
let passage: string;

beforeAll(async () => {
  api = await signInByApi({ sodate });
  ({ id: waiting } = await api.journeys.create.mutate({ name: '歩みのためし' }));
  await publishShort({ api, journey: waiting });
  const { lead } = await api.leads.create.mutate({ fields: { name: '歩 めぐみ', email: 'ayumi@walk.example' } });
  await api.enrollments.enrol.mutate({ journey: waiting, lead });
  passage = (await api.leads.passages.query({ lead }))[0]?.id ?? '';
});

/** Two days instead of one, for those who wait, too. */
async function publishLonger(): Promise<void> {
  const { revision } = await api.journeys.draft.query({ journey: waiting });
  const longer = { kind: 'set-config', node: asId<'node'>('n_1'), path: ['duration', 'amount'], value: 2 } as const;
  const drawn = await api.journeys.applyCommands.mutate({
    journey: waiting,
    clientId: 'walk',
    base: revision,
    commands: [{ id: 'two-days', command: longer }],
  });
  const choices = { [asId<'node'>('n_1')]: { kind: 'follow', past: 'keep-old' } } as const;
  await api.journeys.publish.mutate({ journey: waiting, revision: drawn.revision, choices });
}

it('takes up on an open canvas what somebody publishes elsewhere, with who is where', async () => {
  const context = await openSignedIn(world);
  const page = await context.newPage();
  await page.goto(`${sodate.url}/journeys/${waiting}`);
  await page.getByText('公開中 v1').waitFor();
  await page.locator('.react-flow__node[data-id="n_1"]').getByText('滞在 1').waitFor();
  await publishLonger();
  await page.getByText('公開中 v2').waitFor();
  await page.locator('.react-flow__node[data-id="n_1"]').getByText('2日', { exact: true }).waitFor();
  await page.locator('.react-flow__node[data-id="n_1"]').getByText('滞在 1').waitFor();
  await context.close();
});

it('tells on the walk where another version took over, and leads to the node in the editor', async () => {
  const context = await openSignedIn(world);
  const page = await context.newPage();
  await page.goto(`${sodate.url}/enrollments/${passage}`);
  await page.getByRole('link', { name: '歩みを図で見る' }).click();
  const turn = page.getByRole('listitem').filter({ hasText: 'ここから v2 の内容で進んでいます' });
  await turn.getByText('1日 → 2日').waitFor();
  await page.getByRole('link', { name: 'シナリオを編集する' }).click();
  await page.waitForURL(new RegExp(`/journeys/${waiting}.*n_1`));
  await page.locator('.react-flow__node.selected[data-id="n_1"]').waitFor();
  await context.close();
});

it('shows beside the step of a mail what was sent', async () => {
  const [reply] = (await api.mails.list.query({})).rows.filter(({ kind }) => kind === 'reply');
  const { id: journey } = await api.journeys.create.mutate({ name: '歩みのメール' });
  await publishShort({ api, journey, middle: { type: 'send-mail', config: { mail: reply?.id ?? '' } } });
  const { lead } = await api.leads.create.mutate({ fields: { name: '歩 ゆうき', email: 'yuki@walk.example' } });
  await api.enrollments.enrol.mutate({ journey, lead });
  await expect
    .poll(async () => (await api.leads.passages.query({ lead }))[0]?.state, { timeout: 20_000 })
    .toBe('ended');
  const mailed = (await api.leads.passages.query({ lead }))[0]?.id ?? '';
  const context = await openSignedIn(world);
  const page = await context.newPage();
  await page.goto(`${sodate.url}/enrollments/${mailed}/canvas`);
  const open = page.getByRole('button', { name: /^メールを見る/ });
  await open.click();
  await page
    .getByRole('dialog')
    .getByText(reply?.name ?? '')
    .or(page.getByRole('dialog').locator('iframe'))
    .first()
    .waitFor();
  // The keys that walk are not the walk's under a dialog.
  const place = page.getByText(/歩中 \d歩目/);
  const stood = await place.innerText();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => open.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await place.innerText()).toBe(stood);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => place.innerText()).not.toBe(stood);
  await context.close();
});
