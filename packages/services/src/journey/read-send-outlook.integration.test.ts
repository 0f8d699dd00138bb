import { enrollment } from '@sodate/database/schema/enrollment';
import { journey, version } from '@sodate/database/schema/journey';
import { lead } from '@sodate/database/schema/lead';
import { compileGraph } from '@sodate/journey/compile/compile-graph';
import { edgeIdOf, emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import { asId, type JourneyId, type NodeId, type VersionId } from '@sodate/journey/id';
import type { JsonObject } from '@sodate/journey/json';
import { asInstant, formatInstant, type Instant, parseInstant, plus } from '@sodate/journey/time/instant';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { only } from '../../../../test/hosts/store-lead.ts';
import type { Context } from '../context.ts';
import { createMail } from '../mail/create-mail.ts';
import { makeOrganisation, writtenBody } from '../mail/mail-world.ts';
import { type MeasuredLead, measureAnew, sampleOf } from './measure-anew.ts';
import { readPublishPlan } from './read-publish-plan.ts';
import { readSendOutlook } from './read-send-outlook.ts';

const hourMs = 3_600_000;
const [trigger, wait, mail, end] = [
  asId<'node'>('n_trigger'),
  asId<'node'>('n_wait'),
  asId<'node'>('n_mail'),
  asId<'node'>('n_end'),
];
let database: TestDatabase;
let context: Context;
let mailId: string;
let live: { journey: JourneyId; version: VersionId };

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database, nodeTypes: loadNodeTypes() });
  await makeOrganisation({ context });
  ({ id: mailId } = await createMail({
    context,
    input: { name: 'お礼', kind: 'reply', subject: 'お礼', body: writtenBody },
  }));
});
afterAll(() => database.drop());

beforeEach(async () => {
  live = await publish(drawn({ hours: 24 }));
});

function drawn({ hours: amount, sends = true }: { hours: number; sends?: boolean }): Graph {
  const nodes: readonly (readonly [NodeId, string, JsonObject])[] = [
    [trigger, 'added-by-person', {}],
    [wait, 'wait', { duration: { amount, unit: 'hours' }, zone: 'journey' }],
    ...(sends ? [[mail, 'send-mail', { mail: mailId }] as const] : []),
    [end, 'end', {}],
  ];
  const edges = nodes.slice(1).map(([to], index) => {
    const from = nodes[index]?.[0] ?? trigger;
    const edge = { from, outcome: 'done', to };
    return { ...edge, id: edgeIdOf(edge) };
  });
  return {
    ...emptyGraph,
    nodes: Object.fromEntries(
      nodes.map(([id, type, config], index) => [
        id,
        { id, type, revision: 1, position: { x: 0, y: index * 106 }, config },
      ]),
    ),
    edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])),
  };
}

async function publish(graph: Graph): Promise<typeof live> {
  const { database: db } = context;
  const made = only(await db.insert(journey).values({ name: 'x', draft: graph, state: 'live' }).returning());
  const plan = compileGraph({ graph, catalog: context.nodeTypes.catalog, zone: 'Asia/Tokyo' });
  const row = only(
    await db.insert(version).values({ journeyId: made.id, number: 1, graph, plan, hash: 'x' }).returning(),
  );
  await db.update(journey).set({ liveVersionId: row.id }).where(eq(journey.id, made.id));
  return { journey: made.id, version: row.id };
}

/** A lead that waits since `arrivedAt`, and goes on at `lookAt`. */
async function rest({ lookAt, arrivedAt, test = false }: { lookAt: Instant; arrivedAt: Instant; test?: boolean }) {
  const who = only(await context.database.insert(lead).values({ name: '高田' }).returning());
  await context.database.insert(enrollment).values({
    journeyId: live.journey,
    versionId: live.version,
    leadId: who.id,
    op: asId(wait),
    node: wait,
    triggerNode: trigger,
    visit: 1,
    arrivedAt,
    arrivedEvent: 0,
    enteredAt: arrivedAt,
    until: lookAt,
    lookAt,
    state: 'resting',
    hop: 0,
    rest: 1,
    test,
  });
}

async function collect(leads: AsyncIterable<MeasuredLead>): Promise<readonly MeasuredLead[]> {
  const all: MeasuredLead[] = [];
  for await (const one of leads) all.push(one);
  return all;
}

const read = async () => readPublishPlan({ context, input: { journey: live.journey } });
const hours = (of: Readonly<Record<number, number>>) => Array.from({ length: 48 }, (_, hour) => of[hour] ?? 0);
/** The full hour from which the outlook counts. */
const base = () => asInstant(Math.floor(Date.now() / hourMs) * hourMs);

it('says in which hour how many mails go out, and nothing of test leads or what lies beyond', async () => {
  const from = base();
  for (const after of [5.2, 5.8, 30, 60]) {
    const lookAt = plus(from, after * hourMs);
    await rest({ lookAt, arrivedAt: plus(lookAt, -24 * hourMs) });
  }
  await rest({ lookAt: plus(from, 5 * hourMs), arrivedAt: from, test: true });
  const { outlook, nodes } = await read();
  expect(parseInstant(outlook?.from ?? '')).toBe(from);
  expect(outlook).toMatchObject({ waiting: 3, arriving: { n_mail: 1, n_wait: 0, n_end: 0 } });
  expect(nodes[0]?.outlook.finish).toEqual(hours({ 5: 2, 30: 1 }));
  expect(nodes[0]?.outlook.follow).toEqual(hours({ 5: 2, 30: 1 }));
  expect(nodes[0]?.outlook.leads).toEqual(hours({ 5: 2, 30: 1 }));
  expect(outlook).toMatchObject({ mails: true, calls: null });
  expect(nodes[0]?.outlook.calls.follow).toEqual(hours({}));
});

it('measures the waits of a changed node anew for those who follow; who would be late keeps the old time, or goes on at once', async () => {
  const from = base();
  await rest({ lookAt: plus(from, 14 * hourMs), arrivedAt: plus(from, -10 * hourMs) });
  await rest({ lookAt: plus(from, 50 * hourMs), arrivedAt: plus(from, -40 * hourMs) });
  await context.database
    .update(journey)
    .set({ draft: drawn({ hours: 48 }) })
    .where(eq(journey.id, live.journey));
  const { nextAt, nextIfFollowed, outlook: longer } = (await read()).nodes[0] ?? {};
  expect(nextAt).toBe(formatInstant(plus(from, 14 * hourMs)));
  expect(nextIfFollowed).toBe(formatInstant(plus(from, 8 * hourMs)));
  expect(longer?.finish).toEqual(hours({ 14: 1 }));
  expect(longer?.follow).toEqual(hours({ 38: 1, 8: 1 }));
  await context.database
    .update(journey)
    .set({ draft: drawn({ hours: 1 }) })
    .where(eq(journey.id, live.journey));
  const { pastIfFollowed, outlook: shorter } = (await read()).nodes[0] ?? {};
  expect(pastIfFollowed).toBe(2);
  expect(shorter?.follow).toEqual(hours({ 14: 1 }));
  expect(shorter?.goOnNow).toEqual(hours({ 0: 1, 1: 1 }));
});

it('measures a sample of very many leads at a changed node, each of which stands for several', async () => {
  const from = base();
  for (let number = 0; number < 120; number++) {
    await rest({ lookAt: plus(from, 50 * hourMs), arrivedAt: plus(from, -40 * hourMs) });
  }
  const plan = compileGraph({ graph: drawn({ hours: 1 }), catalog: context.nodeTypes.catalog, zone: 'Asia/Tokyo' });
  const oneOf = sampleOf({ leads: 120, most: 40 });
  const given = { context, journey: live.journey, node: wait, plan, now: asInstant(Date.now()) };
  const measured = await collect(measureAnew({ ...given, oneOf }));
  expect(oneOf).toBe(3);
  expect(measured.length).toBeGreaterThan(10);
  expect(measured.length).toBeLessThan(80);
  for (const { count, past } of measured) expect({ count, past }).toEqual({ count: 3, past: true });
  expect(await collect(measureAnew({ ...given, oneOf: sampleOf({ leads: 120 }) }))).toHaveLength(120);

  const reader = await readSendOutlook({
    ...given,
    live: undefined,
    now: from,
  });
  const counted = await reader.measure(measureAnew({ ...given, oneOf }));
  expect(counted.past).toBe(3 * measured.length);
  expect(counted.goOnNow).toEqual(hours({ 0: 1.5 * measured.length, 1: 1.5 * measured.length }));
});

it('says nothing where neither version sends a mail, and that nobody waits where nobody does', async () => {
  expect((await read()).outlook).toMatchObject({ waiting: 0 });
  live = await publish(drawn({ hours: 24, sends: false }));
  expect((await read()).outlook).toBeNull();
});

it('expects nothing more from those who follow once the mail is taken out, but still from those who finish', async () => {
  const from = base();
  await rest({ lookAt: plus(from, 3 * hourMs), arrivedAt: plus(from, -21 * hourMs) });
  await context.database
    .update(journey)
    .set({ draft: drawn({ hours: 24, sends: false }) })
    .where(eq(journey.id, live.journey));
  const { outlook, nodes } = await read();
  expect(outlook).not.toBeNull();
  expect(nodes[0]?.outlook).toMatchObject({ finish: hours({ 3: 1 }), follow: hours({}) });
});

it('counts the calls of what lies outside apart from the mails, of those who finish on a version that makes them', async () => {
  const from = base();
  await rest({ lookAt: plus(from, 3 * hourMs), arrivedAt: plus(from, -21 * hourMs) });
  const { plan } = only(await context.database.select().from(version).where(eq(version.id, live.version)));
  const ops = Object.values(plan.ops).map((op) =>
    op.kind === 'act' && op.external !== undefined ? { ...op, external: { ...op.external, channel: 'chat' } } : op,
  );
  await context.database
    .update(version)
    .set({ plan: { ...plan, ops: Object.fromEntries(ops.map((op) => [op.id, op])) } })
    .where(eq(version.id, live.version));
  const { outlook, nodes } = await read();
  expect(outlook).toMatchObject({ mails: true, calls: { arriving: { n_mail: 0 } } });
  expect(nodes[0]?.outlook).toMatchObject({
    finish: hours({}),
    follow: hours({ 3: 1 }),
    calls: { finish: hours({ 3: 1 }), follow: hours({}) },
  });
});
