import { type EnrollmentRow, effect, enrollment, step } from '@sodate/database/schema/enrollment';
import type { RuleBody } from '@sodate/database/schema/journey';
import type { Op } from '@sodate/journey/compile/plan';
import { asId, type NodeId } from '@sodate/journey/id';
import { arrive } from '@sodate/journey/interpret/arrive';
import type { PassageState } from '@sodate/journey/interpret/passage';
import type { Instant } from '@sodate/journey/time/instant';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { changeByRule, lookAtOf, type RowChange } from './change-by-rule.ts';
import { closeWorkflow, dropWaiting, endPassage } from './end-passage.ts';
import { type LockedPassage, readRulesAfter } from './lock-passage.ts';
import { placeEffect } from './place-effect.ts';
import { readCalendarFacts } from './read-facts.ts';
import { type RunningVersion, readVersion } from './read-version.ts';
import { announceEnd } from './write-hop.ts';

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

async function applyRule({ context, locked, workflow, body }: Applying & { body: RuleBody }): Promise<EnrollmentRow> {
  const { row, lead, now } = locked;
  const version =
    body.kind === 'publish' ? await readVersion({ context, id: asId<'version'>(body.version) }) : undefined;
  const op = version?.plan.ops[row.op];
  const calendars = op === undefined ? {} : await readCalendarsOf({ context, op });
  const change = changeByRule({ row, body, version, lead, calendars, now });
  if (change === 'end') return endPassage({ context, locked, reason: 'stopped', workflow });
  if (change !== 'arrive') return writeChange({ context, row, change });
  const choice = body.kind === 'publish' ? body.choices[row.node] : undefined;
  if (version === undefined || choice?.kind !== 'move') throw new Error('only a publish brings a lead to a node');
  return moveTo({ context, locked, version, node: choice.to, workflow });
}

async function writeChange({
  context,
  row,
  change: { values, act },
}: {
  context: Context;
  row: EnrollmentRow;
  change: RowChange;
}): Promise<EnrollmentRow> {
  if (act !== undefined) {
    await context.database
      .update(effect)
      .set({ config: act.config, kind: act.effect })
      .where(and(eq(effect.enrollmentId, row.id), eq(effect.op, act.id), eq(effect.state, 'waiting')));
  }
  return Object.keys(values).length === 0 ? row : update({ context, row, values });
}

function readCalendarsOf({ context, op }: { context: Context; op: Op }) {
  return readCalendarFacts({
    context,
    asked: { conditions: [], calendars: op.calendars, leadZone: op.leadZone },
  });
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
  const calendars = await readCalendarsOf({ context, op });
  const facts = { answers: {}, calendars, leadZone: lead.zone, lastEvent: lead.lastEvent };
  return arrive({ plan: version.plan, op, enrollment: row.id, visit, visits: row.visits, facts, now: at });
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
