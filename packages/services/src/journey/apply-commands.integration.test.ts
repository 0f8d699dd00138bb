import { journey as journeyTable } from '@sodate/database/schema/journey';
import { user } from '@sodate/database/schema/user';
import type { Command } from '@sodate/journey/edit/command';
import { asId, type VersionId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext, testUser } from '../../../../test/database.ts';
import { newPerson } from '../../../../test/hosts/test-handoffs.ts';
import type { Context } from '../context.ts';
import { readNeeds } from '../home/read-needs.ts';
import { listNotices } from '../notice/list-notices.ts';
import { addressOf, salesManager } from '../seed/sales-people.ts';
import { applyCommands } from './apply-commands.ts';
import { askToPublish, readPublishAsked, tellWhoAskedToPublish } from './ask-to-publish.ts';
import { createJourney } from './create-journey.ts';
import { findJourney } from './find-journey.ts';
import { readDraft } from './read-draft.ts';
import { readToldPublishers } from './read-told-publishers.ts';
import { watchDraft } from './watch-draft.ts';

let database: TestDatabase;
let context: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database, nodeTypes: loadNodeTypes() });
});

afterAll(() => database.drop());

const node = (name: string, type = 'wait') => ({
  id: asId<'node'>(name),
  type,
  revision: 1,
  position: { x: 0, y: 0 },
  config: {},
});
const add = (name: string, type?: string): Command => ({ kind: 'add-node', node: node(name, type) });
const sent = (id: string, command: Command) => ({ id: `command-${id}`, command });

async function begin() {
  const { id } = await createJourney({ context, input: { name: 'テスト' } });
  const apply = (given: { base: number; commands: ReturnType<typeof sent>[]; as?: Context }) =>
    applyCommands({
      context: given.as ?? context,
      input: { journey: id, clientId: 'tab', base: given.base, commands: given.commands },
    });
  return { journey: id, apply };
}

it('applies commands in order, and answers what is wrong with the graph now', async () => {
  const { journey, apply } = await begin();
  const answer = await apply({ base: 0, commands: [sent('a', add('n_one')), sent('b', add('n_two', 'send-mail'))] });
  expect(answer.revision).toBe(2);
  expect(answer.problems.some((problem) => problem.node === 'n_two' && problem.severity === 'error')).toBe(true);
  const draft = await readDraft({ context, input: { journey } });
  expect(Object.keys(draft.graph.nodes)).toEqual(['n_one', 'n_two']);
  expect(draft.revision).toBe(2);
});

it('applies a command once, however often it is sent', async () => {
  const { apply } = await begin();
  await apply({ base: 0, commands: [sent('a', add('n_one'))] });
  const again = await apply({ base: 0, commands: [sent('a', add('n_one')), sent('b', add('n_two'))] });
  expect(again).toMatchObject({ revision: 2, refused: [] });
  expect(again.since).toMatchObject({ kind: 'commands', commands: [{ id: 'command-a' }, { id: 'command-b' }] });
});

it('refuses what no longer applies, and does the rest', async () => {
  const { journey, apply } = await begin();
  const gone: Command = { kind: 'rename-node', node: asId<'node'>('n_gone'), title: 'x' };
  const answer = await apply({ base: 0, commands: [sent('a', gone), sent('b', add('n_one'))] });
  expect(answer.refused).toEqual([{ id: 'command-a', refusal: { kind: 'node-missing', node: 'n_gone' } }]);
  expect(Object.keys((await readDraft({ context, input: { journey } })).graph.nodes)).toEqual(['n_one']);
});

it('orders what two people send at the same time, and loses nothing', async () => {
  const { journey, apply } = await begin();
  const names = Array.from({ length: 8 }, (_, index) => `n_${index}`);
  await Promise.all(names.map((name) => apply({ base: 0, commands: [sent(name, add(name))] })));
  const { graph, revision } = await readDraft({ context, input: { journey } });
  expect(Object.keys(graph.nodes).sort()).toEqual(names);
  expect(revision).toBe(8);
});

it('lets a sales manager change sales nodes only', async () => {
  const { apply } = await begin();
  const as = {
    ...context,
    actor: testUser({ id: asId('01900000-0000-7000-8000-00000000000a'), role: 'sales-manager' }),
  };
  await expect(apply({ base: 0, as, commands: [sent('a', add('n_one', 'wait'))] })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  const answer = await apply({ base: 0, as, commands: [sent('b', add('n_two', 'hand-off'))] });
  expect(answer.revision).toBe(1);
});

it('tells marketers once that what a sales manager changed waits to be published', async () => {
  const { database: people } = database.pool;
  const marketer = await newPerson({ database: people, role: 'marketer', name: '青木 結' });
  const madeUp = await newPerson({ database: people, role: 'marketer', name: '架空 花' });
  await people
    .update(user)
    .set({ email: addressOf({ ...salesManager, mailbox: 'hana' }) })
    .where(eq(user.id, madeUp.id));
  const { context: as } = await newPerson({ database: people, role: 'sales-manager', name: '上田 実' });
  const { nodeTypes } = context;
  const { journey, apply } = await begin();
  const change = (name: string) =>
    apply({ base: 0, as: { ...as, nodeTypes }, commands: [sent(name, add(`n_${name}`, 'hand-off'))] });
  const told = async () => {
    const { rows } = await listNotices({ context: marketer.context, input: { limit: 20 } });
    return rows.filter(({ href }) => href === `/journeys/${journey}`);
  };
  const publish = () =>
    people
      .update(journeyTable)
      .set({ publishedRevision: journeyTable.draftRevision })
      .where(eq(journeyTable.id, journey));
  const toldNames = () => readToldPublishers({ context: as, input: { journey } });
  await change('unpublished');
  expect(await told()).toEqual([]);
  expect(await toldNames()).toEqual([]);
  await publish();
  await apply({ base: 0, commands: [sent('marketer', add('n_wait'))] });
  expect(await told()).toEqual([]);
  await change('first');
  await change('second');
  expect(await told()).toMatchObject([{ kind: 'draft-waits', detail: { journey: 'テスト', by: '上田 実' } }]);
  expect(await toldNames()).toEqual(['青木 結']);
  await publish();
  expect(await toldNames()).toEqual([]);
  await change('third');
  expect(await told()).toHaveLength(2);
});

it('asks those who publish, once until they have, and says who asked and when', async () => {
  const people = context.database;
  const marketer = await newPerson({ database: people, role: 'marketer', name: '依田 文' });
  const { context: as } = await newPerson({ database: people, role: 'sales-manager', name: '上田 実' });
  const { journey } = await begin();
  const asked = async () => {
    const { rows } = await listNotices({ context: marketer.context, input: { limit: 20 } });
    return rows.filter(({ kind, href }) => kind === 'publish-asked' && href === `/journeys/${journey}`);
  };
  const input = { journey };
  expect((await readPublishAsked({ context: as, input })).asked).toBeNull();
  const first = await askToPublish({ context: as, input });
  expect(first).toMatchObject({ publishers: expect.arrayContaining(['依田 文']), asked: { by: '上田 実' } });
  expect(await askToPublish({ context: as, input })).toEqual(first);
  expect(await asked()).toMatchObject([{ detail: { journey: 'テスト', by: '上田 実' } }]);
  const row = await findJourney({ context: as, id: journey });
  if (row === undefined) throw new Error('the journey is there');
  await tellWhoAskedToPublish({ context: marketer.context, row });
  expect((await listNotices({ context: as, input: { limit: 5 } })).rows).toMatchObject([
    { kind: 'publish-done', href: `/journeys/${journey}`, detail: { journey: 'テスト' } },
  ]);
  await people.execute(sql`
    insert into version (journey_id, number, graph, plan, hash) values (${journey}, 1, '{}', '{}', '')`);
  expect((await readPublishAsked({ context: as, input })).asked).toBeNull();
  await askToPublish({ context: as, input });
  expect(await asked()).toHaveLength(2);
});

it('shows a request on Home to those who publish alone, until it is published, undone or archived', async () => {
  const people = context.database;
  const marketer = await newPerson({ database: people, role: 'marketer', name: '依田 文' });
  const admin = await newPerson({ database: people, role: 'admin', name: '管理 一' });
  const { context: as } = await newPerson({ database: people, role: 'sales-manager', name: '上田 実' });
  const { journey } = await begin();
  const waiting = async (whose: Context) => {
    const { publishAsked } = await readNeeds({ context: { ...whose, nodeTypes: context.nodeTypes } });
    return publishAsked.filter((one) => one.journey === journey);
  };
  const set = (values: Partial<typeof journeyTable.$inferInsert>) =>
    people.update(journeyTable).set(values).where(eq(journeyTable.id, journey));
  expect(await waiting(marketer.context)).toEqual([]);
  await askToPublish({ context: as, input: { journey } });
  const line = { journey, name: 'テスト', by: '上田 実' };
  expect(await waiting(marketer.context)).toEqual([line]);
  expect(await waiting(admin.context)).toEqual([line]);
  expect(await waiting(as)).toEqual([]);
  await set({ archivedAt: asInstant(Date.now()) });
  expect(await waiting(marketer.context)).toEqual([]);
  const [made] = await people.execute<{ id: VersionId }>(sql`
    insert into version (journey_id, number, graph, plan, hash) values (${journey}, 1, '{}', '{}', '') returning id`);
  await set({ archivedAt: null, liveVersionId: made?.id ?? null, draftDiffers: true });
  expect(await waiting(marketer.context)).toEqual([]);
  await askToPublish({ context: as, input: { journey } });
  expect(await waiting(marketer.context)).toEqual([line]);
  await set({ draftDiffers: false });
  expect(await waiting(marketer.context)).toEqual([]);
});

it('tells whoever watches what others have done', async () => {
  const { journey, apply } = await begin();
  const stop = new AbortController();
  const news = watchDraft({ context, input: { journey, base: 0 }, signal: stop.signal });
  expect((await news.next()).value).toMatchObject({ kind: 'company' });
  const first = news.next();
  await apply({ base: 0, commands: [sent('a', add('n_one'))] });
  const since = { commands: [{ id: 'command-a' }] };
  expect((await first).value).toMatchObject({ kind: 'draft', news: { revision: 1, since } });
  stop.abort();
  expect((await news.next()).done).toBe(true);
});
