import type { Database } from '@sodate/database/connect';
import { type EnrollmentRow, enrollment, type StepRow, step } from '@sodate/database/schema/enrollment';
import { journey, type NodeChoice } from '@sodate/database/schema/journey';
import { lead } from '@sodate/database/schema/lead';
import type { Plan } from '@sodate/journey/compile/plan';
import { emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import type { EnrollmentId, JourneyId, LeadId, NodeId, VersionId } from '@sodate/journey/id';
import type { Effect, SendResult } from '@sodate/nodes/kit/effect';
import { carryOn } from '@sodate/services/engine/carry-on';
import type { Channel, EngineContext, Prepared } from '@sodate/services/engine/engine-context';
import { InlineGate } from '@sodate/services/engine/inline-gate';
import type { Rest } from '@sodate/services/engine/rest';
import { enrol } from '@sodate/services/enrollment/enrol';
import { lockLeads } from '@sodate/services/event/lock-leads';
import { lockJourney } from '@sodate/services/journey/lock-journey';
import { publishVersion } from '@sodate/services/journey/publish-version';
import { inTransaction } from '@sodate/services/transaction';
import { and, asc, eq, ne } from 'drizzle-orm';
import { testContext } from '../database.ts';

/** A channel whose every send does as it is told; what it was asked to send is counted by key. */
export interface ScriptedChannel extends Channel {
  readonly sent: string[];
  /** What the next sends come to; after the last, all are sent. */
  readonly script: SendResult[];
  /** Replaces the permission of the next claims. */
  prepared: ((key: string) => Prepared | undefined) | undefined;
  /** Runs while a send is under way: the lead may move, a lease may pass. */
  during: (() => Promise<void>) | undefined;
}

export function scriptedChannel(name = 'test'): ScriptedChannel {
  const channel: ScriptedChannel = {
    name,
    sent: [],
    script: [],
    prepared: undefined,
    during: undefined,
    prepare: async ({ effect }) => {
      const answer = channel.prepared?.(effect.key);
      if (answer) return answer;
      const send = async ({ beforeDot }: { beforeDot: () => Promise<boolean> }): Promise<SendResult> => {
        await channel.during?.();
        if (!(await beforeDot())) return { kind: 'surely-not', error: 'given back', again: true };
        const result = channel.script.shift() ?? { kind: 'sent' };
        if (result.kind !== 'surely-not') channel.sent.push(effect.key);
        return result;
      };
      return { kind: 'send', errand: { limitMs: 5_000, send } };
    },
    recordSent: async () => {},
  };
  return channel;
}

export function testEngine({
  database,
  channel = scriptedChannel(),
  effects = new Map(),
  ...given
}: {
  database: Database;
  channel?: Channel;
  effects?: ReadonlyMap<string, Effect>;
} & Partial<EngineContext>): EngineContext {
  const base = testContext({ database });
  return {
    ...base,
    nodeTypes: { ...base.nodeTypes, effects },
    channelOf: () => channel,
    gate: new InlineGate({
      now: () => performance.now(),
      perSecond: () => Number.POSITIVE_INFINITY,
      slowMs: 1_000,
      offMs: 60_000,
    }),
    monotonicMs: () => performance.now(),
    ...given,
  };
}

/** Publishes a plan as the next version of a journey (a new one unless given). */
export async function publishPlan({
  context,
  plan,
  journey: id,
  choices = {},
  mails = {},
  graph = emptyGraph,
}: {
  context: EngineContext;
  plan: Plan;
  journey?: JourneyId;
  /** Node → the pinned mail it sends. */
  mails?: Readonly<Record<NodeId, string>>;
  choices?: Readonly<Record<NodeId, NodeChoice>>;
  /** Where what is tested reads the drawing too. */
  graph?: Graph;
}): Promise<{ journey: JourneyId; version: VersionId }> {
  return inTransaction({ context }, async (inner) => {
    const known = id ?? (await newJourney(inner.database));
    const row = await lockJourney({ context: inner, id: known });
    const version = await publishVersion({ context: inner, journey: row, graph, plan, mails, choices });
    return { journey: known, version: version.id };
  });
}

async function newJourney(database: Database): Promise<JourneyId> {
  const [row] = await database
    .insert(journey)
    .values({ name: 'test', draft: emptyGraph })
    .returning({ id: journey.id });
  if (!row) throw new Error('no journey was written');
  return row.id;
}

export async function newLead({
  database,
  ...values
}: { database: Database } & Partial<typeof lead.$inferInsert>): Promise<LeadId> {
  const [row] = await database
    .insert(lead)
    .values({ name: '坂井 真理子', ...values })
    .returning({ id: lead.id });
  if (!row) throw new Error('no lead was written');
  return row.id;
}

/** Lets a lead in by the plan's first entry, as a person would. @throws where it is refused. */
export async function enter({
  context,
  lead: id,
  version,
  plan,
}: {
  context: EngineContext;
  lead: LeadId;
  version: VersionId;
  plan: Plan;
}): Promise<EnrollmentRow> {
  const [entry] = plan.entries;
  if (!entry) throw new Error('the plan has no entry');
  return inTransaction({ context }, async (inner) => {
    const [locked] = await lockLeads({ context: inner, leads: [id] });
    if (!locked) throw new Error('no such lead');
    const enrolled = await enrol({
      context: inner,
      lead: locked,
      version,
      entry,
      event: null,
      priority: 'trigger',
    });
    if (enrolled.kind === 'refused') throw new Error(`refused: ${enrolled.why}`);
    return enrolled.row;
  });
}

export function look({
  context,
  enrollment: id,
  known = 0,
}: {
  context: EngineContext;
  enrollment: EnrollmentId;
  known?: number;
}): Promise<Rest> {
  return carryOn({ context, enrollment: id, known });
}

export async function readRow({
  database,
  enrollment: id,
}: {
  database: Database;
  enrollment: EnrollmentId;
}): Promise<EnrollmentRow> {
  const [row] = await database.select().from(enrollment).where(eq(enrollment.id, id));
  if (!row) throw new Error('no such enrollment');
  return row;
}

export function readSteps({
  database,
  enrollment: id,
}: {
  database: Database;
  enrollment: EnrollmentId;
}): Promise<StepRow[]> {
  return database.select().from(step).where(eq(step.enrollmentId, id)).orderBy(asc(step.hop));
}

/** The outcomes by which the passage has gone so far: what a person would read as its path. */
export async function readPath(where: { database: Database; enrollment: EnrollmentId }): Promise<string[]> {
  return (await readSteps(where)).map(({ outcome, toNode }) => `${outcome}→${toNode ?? 'end'}`);
}

/** Brings the enrollment's own time forward, as a fast-forward of a test lead does. */
export async function skip({
  database,
  enrollment: id,
  byMs,
}: {
  database: Database;
  enrollment: EnrollmentId;
  byMs: number;
}): Promise<void> {
  const row = await readRow({ database, enrollment: id });
  await database
    .update(enrollment)
    .set({ offsetMs: row.offsetMs + byMs })
    .where(and(eq(enrollment.id, id), ne(enrollment.state, 'ended')));
}
