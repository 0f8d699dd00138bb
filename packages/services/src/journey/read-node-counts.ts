import { effect, enrollment } from '@sodate/database/schema/enrollment';
import { type WayId, wayIdOf } from '@sodate/journey/graph/way';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { triedAgainAtNode } from '../effect/tried-again.ts';
import { keepAnswers } from '../keep-answers.ts';
import { arrivedAt } from './arrived-at.ts';
import type { journeyInput } from './journey-input.ts';
import { type FlowLine, readFlow } from './read-flow.ts';
import { type GoneNode, readGoneNodes } from './read-gone-nodes.ts';
import { type NodeFigures, readNodeFigures } from './read-node-figures.ts';

export interface NodeCount {
  /** Open enrollments at the node, stuck ones included. */
  readonly here: number;
  readonly stuck: number;
  /** Leads that ever arrived; at a trigger: that entered by it. */
  readonly total: number;
  /** Test leads, never in the numbers above. */
  readonly testHere: number;
  readonly testStuck: number;
  readonly testTotal: number;
  /** Leads whose send did not go through and is tried again by itself, test leads included. */
  readonly retrying: number;
}

export interface JourneyCounts {
  readonly at: Instant;
  readonly nodes: Readonly<Record<NodeId, NodeCount>>;
  /** Leads over each way since the journey began; `entered` from triggers. */
  readonly ways: Readonly<Record<WayId, number>>;
  /** What each node's family is about. */
  readonly figures: Readonly<Record<NodeId, NodeFigures>>;
  /** Nodes with leads that are no longer in the draft. */
  readonly gone: readonly GoneNode[];
  readonly inFlight: number;
  readonly entered: number;
}

const answer = keepAnswers<JourneyId, JourneyCounts>(() => 2_000);

/** The numbers on the canvas, at most two seconds old. */
export async function readNodeCounts({
  context,
  input: { journey },
}: {
  context: Context;
  input: z.output<typeof journeyInput>;
}): Promise<JourneyCounts> {
  return await answer({ context, key: journey, work: () => countAll({ context, journey, now: context.clock.now() }) });
}

async function countAll({
  context,
  journey,
  now,
}: {
  context: Context;
  journey: JourneyId;
  now: Instant;
}): Promise<JourneyCounts> {
  const here = await readHere({ context, journey });
  const flow = await readFlow({ context, journey });
  const figures = await readNodeFigures({ context, journey, flow, here });
  const tally = new Map<NodeId, NodeCount>();
  const add = (node: NodeId, more: Partial<NodeCount>) => {
    const old = tally.get(node) ?? none;
    const sum = Object.entries(more).map(([name, value]) => [name, old[name as keyof NodeCount] + value]);
    tally.set(node, { ...old, ...Object.fromEntries(sum) });
  };
  for (const { node, nextAt: _, ...counts } of here) add(node, counts);
  for (const { node, retrying } of await readRetrying({ context, journey })) add(node, { retrying });
  for (const line of flow) {
    for (const node of arrivedAt(line)) add(node, line.test ? { testTotal: line.count } : { total: line.count });
  }
  const real = flow.filter(({ test }) => !test);
  return {
    at: now,
    nodes: Object.fromEntries(tally),
    ways: sumWays(real),
    figures,
    gone: await readGoneNodes({ context, journey, here: new Map(here.map((row) => [row.node, row.here])) }),
    inFlight: here.reduce((sum, row) => sum + row.here, 0),
    entered: real.reduce((sum, line) => sum + (line.outcome === 'entered' ? line.count : 0), 0),
  };
}

const none: NodeCount = { here: 0, stuck: 0, total: 0, testHere: 0, testStuck: 0, testTotal: 0, retrying: 0 };

function sumWays(flow: readonly FlowLine[]): Readonly<Record<WayId, number>> {
  const ways: Record<WayId, number> = {};
  for (const { from, outcome, to, count } of flow) {
    if (to === '') continue;
    const id = wayIdOf({ from, outcome, to });
    ways[id] = (ways[id] ?? 0) + count;
  }
  return ways;
}

async function readHere({ context, journey }: { context: Context; journey: JourneyId }) {
  const count = (where: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${where})`.mapWith(Number);
  return await context.database
    .select({
      node: enrollment.node,
      here: count(sql`not ${enrollment.test}`),
      stuck: count(sql`${enrollment.state} = 'stuck' and not ${enrollment.test}`),
      testHere: count(sql`${enrollment.test}`),
      testStuck: count(sql`${enrollment.state} = 'stuck' and ${enrollment.test}`),
      /** When the first of them goes on. */
      nextAt:
        sql<Instant | null>`min(${enrollment.lookAt}) filter (where ${enrollment.state} = 'resting' and not ${enrollment.test})`.mapWith(
          enrollment.lookAt,
        ),
    })
    .from(enrollment)
    .where(and(eq(enrollment.journeyId, journey), ne(enrollment.state, 'ended')))
    .groupBy(enrollment.node);
}

async function readRetrying({ context, journey }: { context: Context; journey: JourneyId }) {
  return await context.database
    .select({ node: enrollment.node, retrying: sql<number>`count(distinct ${enrollment.id})::int` })
    .from(enrollment)
    .innerJoin(effect, triedAgainAtNode)
    .where(and(eq(enrollment.journeyId, journey), eq(enrollment.state, 'acting')))
    .groupBy(enrollment.node);
}
