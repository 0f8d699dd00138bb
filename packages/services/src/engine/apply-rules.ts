import { type EnrollmentRow, effect, enrollment, step } from '@sodate/database/schema/enrollment';
import type { NodeChoice, RuleBody } from '@sodate/database/schema/journey';
import type { Op } from '@sodate/journey/compile/plan';
import { hashText } from '@sodate/journey/hash-text';
import { asId, type NodeId, type VersionId } from '@sodate/journey/id';
import { arrive } from '@sodate/journey/interpret/arrive';
import type { PassageState } from '@sodate/journey/interpret/passage';
import { asInstant, type Instant, parseInstant, plus } from '@sodate/journey/time/instant';
import { unreachable } from '@sodate/journey/unreachable';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { closeWorkflow, dropWaiting, endPassage } from './end-passage.ts';
import { type LockedPassage, readRulesAfter } from './lock-passage.ts';
import { realTimeOf } from './passage-row.ts';
import { placeEffect } from './place-effect.ts';
import { readCalendarFacts } from './read-facts.ts';
import { type RunningVersion, readVersion } from './read-version.ts';
import { announceEnd } from './write-hop.ts';

/** "Go on now" after a publish is spread over two hours, so that no wave of mails goes out at once. */
const spreadMs = 2 * 3_600_000;

interface Applying {
  readonly context: Context;
  readonly locked: LockedPassage;
  /** Whether the passage's own look applies it (nobody need be told), or a batch. */
  readonly workflow: 'close' | 'knows';
}

/**
 * Applies the journey's rules that this row has not seen, in order, once. The caller holds the lead's and the row's
 * locks, and has seen that no effect is in the air. Gives the row as it now stands.
 */
export async function applyPendingRules({ context, locked, workflow }: Applying): Promise<EnrollmentRow> {
  let { row } = locked;
  for (const { number, body } of await readRulesAfter({ context, row })) {
    row = await applyRule({ context, locked: { ...locked, row }, workflow, body });
    if (row.state === 'ended') break;
    row = await update({ context, row, values: { ruleSeen: number } });
  }
  return row;
}

async function applyRule(applying: Applying & { body: RuleBody }): Promise<EnrollmentRow> {
  const { context, locked, workflow, body } = applying;
  switch (body.kind) {
    case 'publish':
      return applyPublish({
        context,
        locked,
        workflow,
        version: asId<'version'>(body.version),
        choice: body.choices[locked.row.node],
      });
    case 'pause':
    case 'release':
      return locked.row;
    case 'resume':
      return body.deadlines === 'keep' ? locked.row : shift({ context, locked, body });
    case 'stop':
      return endPassage({ context, locked, reason: 'stopped', workflow });
    default:
      return unreachable(body);
  }
}

interface Publishing extends Applying {
  readonly version: VersionId;
  /** Absent: nobody was at the node when it was published; follow. */
  readonly choice: NodeChoice | undefined;
}

async function applyPublish({ context, locked, workflow, version: id, choice }: Publishing): Promise<EnrollmentRow> {
  const version = await readVersion({ context, id });
  switch (choice?.kind) {
    case 'finish':
      return locked.row;
    case 'move':
      return choice.at === 'old-time' && locked.row.until !== null
        ? update({
            context,
            row: locked.row,
            values: { versionId: version.id, moveTo: choice.to, rest: locked.row.rest + 1 },
          })
        : moveTo({ context, locked, version, node: choice.to, workflow });
    default:
      return follow({ context, locked, version, goOnNow: choice?.past === 'go-on-now' });
  }
}

/** The new version's deadline, measured from when the lead arrived. One already past leaves the old one. */
async function follow({
  context,
  locked,
  version,
  goOnNow,
}: {
  context: Context;
  locked: LockedPassage;
  version: RunningVersion;
  goOnNow: boolean;
}): Promise<EnrollmentRow> {
  const { row, now } = locked;
  const op = version.plan.ops[row.op];
  if (!op) return row;
  const arrived = await arriveAt({ context, locked, version, op, at: row.arrivedAt, visit: row.visit });
  // The node does another kind of work now: what the lead is in the middle of ends on the old version.
  if (row.state !== 'stuck' && arrived.phase !== row.state) return row;
  if (op.kind === 'act') {
    await context.database
      .update(effect)
      .set({ config: op.config })
      .where(and(eq(effect.enrollmentId, row.id), eq(effect.op, op.id), eq(effect.state, 'waiting')));
  }
  const until =
    row.state === 'resting' ? deadlineAfterFollow({ row, measured: arrived.until, now, goOnNow }) : row.until;
  return update({
    context,
    row,
    values: {
      versionId: version.id,
      until,
      moveTo: null,
      rest: row.rest + 1,
      lookAt: row.state === 'resting' ? lookAtOf({ row, until }) : row.lookAt,
    },
  });
}

function deadlineAfterFollow({
  row,
  measured,
  now,
  goOnNow,
}: {
  row: EnrollmentRow;
  measured: Instant | null;
  now: Instant;
  goOnNow: boolean;
}): Instant | null {
  if (measured === null || measured > now) return measured;
  if (goOnNow) return plus(now, hashText(row.id) % spreadMs);
  return row.until ?? measured;
}

/** Brings the lead to a node of the version, arriving anew; one line in the ledger says so. */
export async function moveTo({
  context,
  locked,
  version,
  node,
  workflow,
}: Applying & { version: RunningVersion; node: NodeId }): Promise<EnrollmentRow> {
  const { row, now } = locked;
  const first = version.firstOps.get(node);
  const op = first === undefined ? undefined : version.plan.ops[first];
  if (!op) return update({ context, row, values: { moveTo: null } });
  await dropWaiting({ context, row });
  const visit = await nextVisit({ context, row, node });
  const state = await arriveAt({ context, locked, version, op, at: now, visit });
  const placed = (await placeEffect({ context, lead: row.leadId, version, state }))?.visit ?? state.visit;
  const moved = await update({
    context,
    row,
    values: {
      versionId: version.id,
      op: state.op,
      node,
      visit: placed,
      visits: { ...row.visits, [node]: placed },
      arrivedAt: state.arrivedAt,
      arrivedEvent: state.arrivedEvent,
      state: state.phase,
      hop: row.hop + 1,
      rest: row.rest + 1,
      until: state.until,
      lookAt:
        state.phase === 'resting' ? lookAtOf({ row, until: state.until }) : endOr({ state, lookAt: locked.realNow }),
      moveTo: null,
      stuckWhy: null,
      reason: state.reason ?? null,
      reasonId: state.reasonId ?? null,
      endedAt: state.phase === 'ended' ? locked.realNow : null,
    },
  });
  await context.database.insert(step).values({
    enrollmentId: row.id,
    hop: moved.hop,
    journeyId: row.journeyId,
    fromOp: row.op,
    fromNode: row.node,
    outcome: 'moved',
    toOp: state.op,
    toNode: node,
    visit: placed,
    dueAt: now,
    at: now,
    test: row.test,
  });
  if (moved.state === 'ended') {
    if (workflow === 'close') await closeWorkflow({ context, row: moved });
    await announceEnd({ context, row: moved, locked });
  }
  return moved;
}

function endOr({ state, lookAt }: { state: PassageState; lookAt: Instant }): Instant | null {
  return state.phase === 'ended' ? null : lookAt;
}

async function nextVisit({
  context,
  row,
  node,
}: {
  context: Context;
  row: EnrollmentRow;
  node: NodeId;
}): Promise<number> {
  const [found] = await context.database
    .select({ most: sql<number>`coalesce(max(${step.visit}), 0)::int` })
    .from(step)
    .where(and(eq(step.enrollmentId, row.id), eq(step.toNode, node)));
  return (found?.most ?? 0) + 1;
}

async function arriveAt({
  context,
  locked: { row, lead },
  version,
  op,
  at,
  visit,
}: {
  context: Context;
  locked: LockedPassage;
  version: RunningVersion;
  op: Op;
  at: Instant;
  visit: number;
}): Promise<PassageState> {
  const calendars = await readCalendarFacts({
    context,
    asked: { conditions: [], calendars: op.calendars, leadZone: op.leadZone },
  });
  const facts = { answers: {}, calendars, leadZone: lead.zone, lastEvent: lead.lastEvent };
  return arrive({ plan: version.plan, op, enrollment: row.id, visit, visits: row.visits, facts, now: at });
}

/** A pause that shifts: the deadline moves by as much of the pause as the lead was there for. */
async function shift({
  context,
  locked: { row },
  body,
}: {
  context: Context;
  locked: LockedPassage;
  body: Extract<RuleBody, { kind: 'resume' }>;
}): Promise<EnrollmentRow> {
  if (row.until === null) return row;
  const arrivedAt = realTimeOf({ instant: row.arrivedAt, offsetMs: row.offsetMs });
  const from = Math.max(parseInstant(body.pausedAt), arrivedAt);
  const until = asInstant(row.until + Math.max(0, parseInstant(body.at) - from));
  return update({ context, row, values: { until, rest: row.rest + 1, lookAt: lookAtOf({ row, until }) } });
}

function lookAtOf({ row, until }: { row: EnrollmentRow; until: Instant | null }): Instant | null {
  return until === null ? null : realTimeOf({ instant: until, offsetMs: row.offsetMs });
}

async function update({
  context,
  row,
  values,
}: {
  context: Context;
  row: EnrollmentRow;
  values: Partial<EnrollmentRow>;
}): Promise<EnrollmentRow> {
  const [updated] = await context.database.update(enrollment).set(values).where(eq(enrollment.id, row.id)).returning();
  if (!updated) throw new Error(`enrollment ${row.id} vanished under its lock`);
  return updated;
}
