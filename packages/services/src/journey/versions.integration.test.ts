import { lead } from '@sodate/database/schema/lead';
import { audit } from '@sodate/database/schema/organisation';
import { commandBetween } from '@sodate/journey/edit/command-between';
import { compareGraphs } from '@sodate/journey/edit/compare-graphs';
import { asId, type JourneyId } from '@sodate/journey/id';
import type { Json, JsonObject } from '@sodate/journey/json';
import { plus } from '@sodate/journey/time/instant';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { newPerson } from '../../../../test/hosts/test-handoffs.ts';
import type { Context } from '../context.ts';
import { enrolByHand } from '../enrollment/enrol-by-hand.ts';
import { readNeeds } from '../home/read-needs.ts';
import { applyCommands } from './apply-commands.ts';
import { createJourney } from './create-journey.ts';
import { getJourney } from './get-journey.ts';
import { listJourneys } from './list-journeys.ts';
import { listVersions } from './list-versions.ts';
import { noteVersion } from './note-version.ts';
import { publishJourney } from './publish-journey.ts';
import { readDifference } from './read-difference.ts';
import { readDraft } from './read-draft.ts';
import { readPublishPlan } from './read-publish-plan.ts';
import { readSide } from './read-side.ts';
import { readSurroundings } from './read-surroundings.ts';
import { wordDifference } from './word-difference.ts';

let database: TestDatabase;
let context: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database, nodeTypes: loadNodeTypes() });
});

afterAll(() => database.drop());

const node = ({ id, type, config = {} }: { id: string; type: string; config?: JsonObject }) => ({
  id: asId<'node'>(id),
  type,
  revision: 1,
  position: { x: 0, y: 0 },
  config,
});

async function draw({
  journey,
  commands,
}: {
  journey: JourneyId;
  commands: Parameters<typeof applyCommands>[0]['input']['commands'];
}) {
  const { revision } = await readDraft({ context, input: { journey } });
  const answer = await applyCommands({ context, input: { journey, clientId: 'tab', base: revision, commands } });
  return answer.revision;
}

/** Two versions: a wait of three days, then of five, with a second end added. */
async function publishTwice(): Promise<JourneyId> {
  const { id: journey } = await createJourney({ context, input: { name: '二つの版' } });
  const wait = { duration: { amount: 3, unit: 'days' }, zone: 'journey' };
  const nodes = [
    node({ id: 'a', type: 'added-by-person' }),
    node({ id: 'b', type: 'wait', config: wait }),
    node({ id: 'c', type: 'end' }),
  ];
  const edges = [
    { from: asId<'node'>('a'), outcome: 'done', to: asId<'node'>('b') },
    { from: asId<'node'>('b'), outcome: 'done', to: asId<'node'>('c') },
  ];
  const first = await draw({ journey, commands: [{ id: 'command-1', command: { kind: 'paste', nodes, edges } }] });
  await publishJourney({ context, input: { journey, revision: first, choices: {} } });
  const second = await draw({
    journey,
    commands: [
      { id: 'command-2', command: { kind: 'set-config', node: asId('b'), path: ['duration', 'amount'], value: 5 } },
      { id: 'command-3', command: { kind: 'add-node', node: node({ id: 'd', type: 'end' }) } },
      { id: 'command-4', command: { kind: 'connect', from: asId('b'), outcome: 'done', to: asId('d') } },
      { id: 'command-5', command: { kind: 'remove-nodes', nodes: [asId('c')], heal: false } },
    ],
  });
  await publishJourney({ context, input: { journey, revision: second, choices: {} } });
  return journey;
}

it('lists versions page by page, the newest first, and says which is live', async () => {
  const journey = await publishTwice();
  const first = await listVersions({ context, input: { journey, limit: 1 } });
  expect(first.rows).toMatchObject([{ number: 2, live: true, leads: 0, note: '' }]);
  const { rows, next } = await listVersions({ context, input: { journey, limit: 1, after: first.next } });
  expect(rows).toMatchObject([{ number: 1, live: false }]);
  expect(next).toBeUndefined();
});

it('says that its live version needs a node type that this server does not have, in the list and on Home', async () => {
  const journey = await publishTwice();
  const catalog = new Map([...context.nodeTypes.catalog].filter(([type]) => type !== 'wait'));
  const without = { ...context, nodeTypes: { ...context.nodeTypes, catalog } };
  const listed = async (of: Context) =>
    (await listJourneys({ context: of, input: { limit: 1, archived: false } })).rows;
  expect(await listed(context)).toMatchObject([{ id: journey, missingTypes: [] }]);
  expect(await listed(without)).toMatchObject([{ id: journey, missingTypes: ['wait'] }]);
  expect((await readNeeds({ context })).missing).toEqual([]);
  // Long after, since an answer that took long is kept for a while.
  const later = { ...without, clock: { now: () => plus(context.clock.now(), 3_600_000) } };
  expect((await readNeeds({ context: later })).missing).toContainEqual(
    expect.objectContaining({ journey, types: ['wait'] }),
  );
});

it('counts test leads apart from those who go by a version, in its list and before a publish', async () => {
  const journey = await publishTwice();
  for (const test of [true, false, true]) {
    const [made] = await context.database.insert(lead).values({ name: '坂井', test }).returning();
    if (made !== undefined) await enrolByHand({ context, input: { journey, lead: made.id } });
  }
  const [live] = (await listVersions({ context, input: { journey, limit: 9 } })).rows;
  expect(live).toMatchObject({ leads: 1, testLeads: 2 });
  const plan = await readPublishPlan({ context, input: { journey } });
  expect(plan).toMatchObject({ inFlight: 1, testsInFlight: 2, nodes: [{ node: 'b', leads: 3, testLeads: 2 }] });
});

it('says that a draft holds what is not live, and no longer once it was undone', async () => {
  const journey = await publishTwice();
  const differs = async () => (await listJourneys({ context, input: { limit: 1, archived: false } })).rows[0];
  const setDays = (value: number) =>
    ({ kind: 'set-config', node: asId<'node'>('b'), path: ['duration', 'amount'], value }) as const;
  const to = { [asId<'node'>('b')]: { x: 400, y: 0 } };
  expect(await differs()).toMatchObject({ id: journey, draftDiffers: false });
  await draw({ journey, commands: [{ id: 'command-longer', command: setDays(9) }] });
  expect(await differs()).toMatchObject({ id: journey, draftDiffers: true });
  await draw({ journey, commands: [{ id: 'command-undone', command: setDays(5) }] });
  await draw({ journey, commands: [{ id: 'command-moved', command: { kind: 'move-nodes', to } }] });
  expect(await differs()).toMatchObject({ id: journey, draftDiffers: false });
  expect(await readPublishPlan({ context, input: { journey } })).toMatchObject({ changes: [], moved: 1 });
  const revision = await draw({ journey, commands: [{ id: 'command-again', command: setDays(9) }] });
  await publishJourney({ context, input: { journey, revision, choices: {} } });
  expect(await differs()).toMatchObject({ id: journey, draftDiffers: false });
});

it('brings a journey what its node types do now: it can be published anew, and says which type has changed', async () => {
  const journey = await publishTwice();
  const { catalog } = context.nodeTypes;
  const wait = catalog.get('wait');
  if (wait === undefined) throw new Error('no wait');
  const lower: typeof wait.lower = (given) => {
    const { ops } = wait.lower(given);
    return { ops: ops.map((op) => (op.kind === 'wait' ? { ...op, spec: { ...op.spec, zone: 'lead' } } : op)) };
  };
  const nodeTypes = { ...context.nodeTypes, catalog: new Map([...catalog, ['wait', { ...wait, lower }]]) };
  const restarted = { ...context, nodeTypes };
  const input = { journey };
  expect(await getJourney({ context, input })).toMatchObject({ relowered: [] });
  expect(await getJourney({ context: restarted, input })).toMatchObject({ relowered: ['b'] });
  const { changes, revision } = await readPublishPlan({ context: restarted, input });
  expect(changes).toMatchObject([{ node: 'b', type: 'wait', kind: 'changed', settings: [], relowered: true }]);
  await publishJourney({ context: restarted, input: { journey, revision, choices: {} } });
  expect(await getJourney({ context: restarted, input })).toMatchObject({ version: 3, relowered: [] });
});

it('says what differs in words: settings before and after, and where an outcome leads', async () => {
  const journey = await publishTwice();
  const { changes } = await readDifference({ context, input: { journey, before: 1, after: 2 } });
  expect(changes.map(({ node: id, kind }) => [id, kind])).toEqual([
    ['b', 'changed'],
    ['c', 'removed'],
    ['d', 'added'],
  ]);
  expect(changes.map(({ title }) => title.ja)).toEqual(['待つ（5日）', expect.any(String), expect.any(String)]);
  expect(changes[0]?.lines).toMatchObject([
    { kind: 'summary', before: { ja: '3日', en: '3 days' }, after: { ja: '5日', en: '5 days' } },
    { kind: 'way', before: { ja: '終了' }, after: { ja: '終了' } },
  ]);
});

it('says which settings of the whole journey differ, and has both sides of them in words', async () => {
  const journey = await publishTwice();
  const audience = { kind: 'all', of: [{ kind: 'stage', oneOf: ['sql'] }] };
  const set = (path: string, value: Json) => ({ kind: 'set-setting', path: [path], value }) as const;
  await draw({
    journey,
    commands: [
      { id: 'command-6', command: set('reentry', { kind: 'after-days', days: 90 }) },
      { id: 'command-7', command: set('audience', audience) },
    ],
  });
  const { rules } = await readDifference({ context, input: { journey, before: 2, after: 'draft' } });
  expect(rules.changed).toEqual(['audience', 'reentry']);
  // Before a publish, too, where no node tells of them.
  expect(await readPublishPlan({ context, input: { journey } })).toMatchObject({ changes: [], rules });
  expect(rules.before).toMatchObject({ reentry: { kind: 'never' }, audience: null });
  expect(rules.after).toMatchObject({
    reentry: { kind: 'after-days', days: 90 },
    audience: { ja: expect.stringContaining('SQL') },
  });
});

it('compares the first version with the nothing before it', async () => {
  const journey = await publishTwice();
  const { changes, rules } = await readDifference({ context, input: { journey, before: 'nothing', after: 1 } });
  expect(changes.map(({ node: id, kind }) => [id, kind])).toEqual([
    ['a', 'added'],
    ['b', 'added'],
    ['c', 'added'],
  ]);
  expect(rules.changed).toEqual([]);
});

it('shows written words before and after, where the card does not', async () => {
  const { id: journey } = await createJourney({ context, input: { name: '言葉' } });
  const ask = node({ id: 'a', type: 'hand-off', config: { followUp: '電話する', questions: ['時期', '予算'] } });
  await draw({ journey, commands: [{ id: 'command-1', command: { kind: 'add-node', node: ask } }] });
  const before = await readSide({ context, journey, side: 'draft' });
  const boss = await newPerson({ database: context.database, role: 'sales-manager', name: '青木 真理' });
  const changed = { ...ask, config: { followUp: '会って話す', questions: [], escalateTo: boss.id } };
  const after = { ...before, nodes: { ...before.nodes, [ask.id]: changed } };
  const { nodes } = compareGraphs({ before, after });
  const [change] = wordDifference({
    nodeTypes: context.nodeTypes,
    surroundings: { ...(await readSurroundings({ context })), nodes: [] },
    nodes,
    before: { graph: before, summaries: {} },
    after: { graph: after, summaries: {} },
    rewritten: new Map(),
  });
  expect(change?.lines).toMatchObject([
    { kind: 'words', title: { ja: 'してほしいこと' }, before: { ja: '電話する' }, after: { ja: '会って話す' } },
    { kind: 'words', title: { ja: '聞いてほしいこと' }, before: { ja: '時期\n予算' }, after: null },
    { kind: 'words', title: { ja: '期限を過ぎたら知らせる人' }, before: null, after: { ja: '青木 真理' } },
  ]);
});

it('names at publishing a setting that the card does not show, with what it was and what it is', async () => {
  const journey = await publishTwice();
  const boss = await newPerson({ database: context.database, role: 'sales-manager', name: '大川 直美' });
  const ask = node({ id: 'ask', type: 'hand-off', config: { followUp: '電話する' } });
  await draw({ journey, commands: [{ id: 'command-ask', command: { kind: 'add-node', node: ask } }] });
  const live = sql`(select live_version_id from journey where id = ${journey})`;
  await context.database.execute(sql`
    update version set graph = (select draft from journey where id = ${journey}) where id = ${live}`);
  const tell = { kind: 'set-config', node: ask.id, path: ['escalateTo'], value: [boss.id] } as const;
  await draw({ journey, commands: [{ id: 'command-tell', command: tell }] });
  expect((await readPublishPlan({ context, input: { journey } })).changes).toMatchObject([
    {
      node: 'ask',
      settings: [{ title: { ja: '期限を過ぎたら知らせる人' }, before: null, after: { ja: '大川 直美' } }],
    },
  ]);
});

it('brings a version back into the draft by a command, and leaves what is live alone', async () => {
  const journey = await publishTwice();
  const draft = await readDraft({ context, input: { journey } });
  const first = await readSide({ context, journey, side: 1 });
  const command = commandBetween({ from: draft.graph, to: first });
  await draw({ journey, commands: [{ id: 'command-6', command }] });
  const after = await readDraft({ context, input: { journey } });
  expect(after.graph).toEqual(first);
  expect(after.live?.number).toBe(2);
});

it('keeps a note with a version, and who wrote one in the audit', async () => {
  const journey = await publishTwice();
  await noteVersion({ context, input: { journey, number: 1, note: '秋の展示会のあと' } });
  const { rows } = await listVersions({ context, input: { journey, limit: 10 } });
  expect(rows.map(({ note }) => note)).toEqual(['', '秋の展示会のあと']);
  const lines = await context.database.select().from(audit).where(eq(audit.subjectId, journey));
  expect(lines.filter(({ action }) => action === 'version-noted')).toHaveLength(1);
  await expect(noteVersion({ context, input: { journey, number: 9, note: '' } })).rejects.toMatchObject({
    kind: 'not-found',
  });
});
