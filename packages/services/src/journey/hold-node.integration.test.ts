import { outbox } from '@sodate/database/schema/enrollment';
import { audit } from '@sodate/database/schema/organisation';
import { emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import { asId, type NodeId } from '@sodate/journey/id';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import {
  enter,
  look,
  newLead,
  publishPlan,
  readPath,
  readRow,
  scriptedChannel,
  skip,
  testEngine,
} from '../../../../test/hosts/test-engine.ts';
import type { Actor } from '../context.ts';
import { applyRuleBatch } from '../engine/apply-rule-batch.ts';
import { getPassage } from '../enrollment/get-passage.ts';
import { getJourney } from './get-journey.ts';
import { holdNode } from './hold-node.ts';
import { releaseNode } from './release-node.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

beforeEach(async () => {
  await db.pool.database.delete(outbox);
});

const dayMs = 86_400_000;
const node = (id: string) => asId<'node'>(id);
const external = { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;
const plan = planOf({
  ops: [
    {
      id: 'wait',
      kind: 'wait',
      spec: { duration: { amount: 3, unit: 'days' }, zone: 'journey' },
      next: { done: 'mail' },
    },
    { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'handoff' } },
    {
      id: 'handoff',
      kind: 'wait',
      spec: { duration: { amount: 1, unit: 'days' }, zone: 'journey' },
      next: { done: 'end' },
    },
    { id: 'end', kind: 'end' },
  ],
});

const drawn = (id: string, type: string) => ({ id: node(id), type, config: {}, position: { x: 0, y: 0 } });
const graph = {
  ...emptyGraph,
  nodes: {
    trigger: drawn('trigger', 'form-submitted'),
    wait: { ...drawn('wait', 'wait'), title: '3日待つ' },
    mail: drawn('mail', 'send-mail'),
    handoff: drawn('handoff', 'hand-off'),
    end: drawn('end', 'end'),
  },
} as unknown as Graph;

async function start() {
  const channel = scriptedChannel();
  const context = testEngine({ database: db.pool.database, channel, nodeTypes: loadNodeTypes() });
  const { journey, version } = await publishPlan({ context, plan, graph });
  const row = await enter({ context, lead: await newLead({ database: context.database }), version, plan });
  await drainRules();
  const hold = (at: NodeId) => holdNode({ context, input: { journey, node: at } });
  const release = (at: NodeId) => releaseNode({ context, input: { journey, node: at } });
  return { context, channel, journey, row, at: { database: context.database, enrollment: row.id }, hold, release };
}

async function drainRules(): Promise<void> {
  const context = testEngine({ database: db.pool.database });
  while ((await applyRuleBatch({ context })) > 0);
}

async function nudgesOf(enrollment: string): Promise<number> {
  const rows = await db.pool.database.select().from(outbox);
  return rows.filter(({ body }) => body.kind === 'nudge' && body.enrollment === enrollment).length;
}

it('keeps a lead that is due at a held node, and lets it go on when the node is released', async () => {
  const { row, at, hold, release, context } = await start();
  await hold(node('wait'));
  await skip({ ...at, byMs: 3 * dayMs });
  expect(await look({ context, enrollment: row.id })).toEqual({ kind: 'resting', number: row.rest });
  expect(await readRow(at)).toMatchObject({ heldBy: 'node', lookAt: null });
  await release(node('wait'));
  await drainRules();
  expect(await nudgesOf(row.id)).toBe(1);
  await look({ context, enrollment: row.id });
  expect((await readPath(at)).at(-1)).toBe('done→handoff');
});

it('claims no mail where the lead arrives at a held node, and sends it once released', async () => {
  const { row, at, hold, release, context, channel } = await start();
  await hold(node('mail'));
  await skip({ ...at, byMs: 3 * dayMs });
  expect(await look({ context, enrollment: row.id })).toEqual({ kind: 'resting', number: row.rest + 1 });
  expect(channel.sent).toEqual([]);
  expect(await readRow(at)).toMatchObject({ node: 'mail', state: 'acting', heldBy: 'node', lookAt: null });
  await release(node('mail'));
  await drainRules();
  expect(await nudgesOf(row.id)).toBe(1);
  await look({ context, enrollment: row.id });
  expect(channel.sent).toHaveLength(1);
});

it('leaves those alone who are at other nodes and not due', async () => {
  const { row, hold, release } = await start();
  await hold(node('mail'));
  await release(node('mail'));
  await drainRules();
  expect(await nudgesOf(row.id)).toBe(0);
});

it('tells who looks at the journey or the lead, and keeps who did it', async () => {
  const { context, journey, row, hold, release } = await start();
  await hold(node('wait'));
  await hold(node('wait'));
  expect(await getJourney({ context, input: { journey } })).toMatchObject({
    heldNodes: [{ node: 'wait', title: { ja: '3日待つ', en: '3日待つ' } }],
  });
  expect(await getPassage({ context, input: { enrollment: row.id } })).toMatchObject({ heldBy: 'node' });
  await release(node('wait'));
  await release(node('wait'));
  expect((await getJourney({ context, input: { journey } })).heldNodes).toEqual([]);
  expect(await getPassage({ context, input: { enrollment: row.id } })).toMatchObject({ heldBy: null });
  const lines = await context.database.select().from(audit).where(eq(audit.subjectId, journey));
  expect(lines.map(({ action, detail }) => [action, detail])).toEqual([
    ['journey-node-held', { node: 'wait' }],
    ['journey-node-released', { node: 'wait' }],
  ]);
});

it('refuses what holds nobody: a trigger, an end, a node that is not published', async () => {
  const { hold } = await start();
  await expect(hold(node('trigger'))).rejects.toMatchObject({ kind: 'conflict' });
  await expect(hold(node('end'))).rejects.toMatchObject({ kind: 'conflict' });
  await expect(hold(node('other'))).rejects.toMatchObject({ kind: 'not-found' });
});

it('lets sales managers hold nodes of sales only', async () => {
  const { context, journey } = await start();
  const actor: Actor = {
    kind: 'user',
    id: asId('00000000-0000-7000-8000-000000000001'),
    role: 'sales-manager',
  } as Actor;
  const asManager = (at: string) => holdNode({ context: { ...context, actor }, input: { journey, node: node(at) } });
  await expect(asManager('mail')).rejects.toMatchObject({ kind: 'forbidden' });
  await asManager('handoff');
  expect((await getJourney({ context, input: { journey } })).heldNodes.map((held) => held.node)).toEqual(['handoff']);
});
