import { type EffectRow, type EnrollmentRow, enrollment, step } from '@sodate/database/schema/enrollment';
import { lead } from '@sodate/database/schema/lead';
import { statement } from '@sodate/database/statement';
import type { ActOp } from '@sodate/journey/compile/plan';
import type { PassageState, StepRecord } from '@sodate/journey/interpret/passage';
import { plus } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { appendEvents } from '../event/append-events.ts';
import { applyChanges } from './apply-changes.ts';
import type { LockedPassage } from './lock-passage.ts';
import { type HoppedOn, realTimeOf } from './passage-row.ts';
import { placeEffect } from './place-effect.ts';
import { readChanges } from './read-changes.ts';
import type { RunningVersion } from './read-version.ts';

interface Hop {
  readonly context: Context;
  readonly locked: LockedPassage;
  readonly version: RunningVersion;
  readonly hopped: HoppedOn;
}

/** The row as it now stands, and the effect that waits where an external act was reached. */
export interface WrittenHop {
  readonly row: EnrollmentRow;
  readonly waiting: EffectRow | undefined;
}

/**
 * Writes one hop: inline effects, the waiting external effect, the step, the row, the end as an event. All in the
 * caller's transaction, under its locks.
 */
export async function writeHop(hop: Hop): Promise<WrittenHop> {
  const { context, locked, version, hopped } = hop;
  const changed = hopped.effect !== null && (await applyInlineEffect({ ...hop, op: hopped.effect }));
  const placed = await placeEffect({ context, lead: locked.lead.id, version, state: hopped.state });
  const visit = placed?.visit ?? hopped.state.visit;
  const row = await writeRowAndStep({ ...hop, visit, lastEvent: changed ? await readLastEvent(hop) : undefined });
  if (row.state === 'ended') await announceEnd({ context, row, locked });
  return { row, waiting: placed?.row };
}

async function applyInlineEffect({ context, locked, version, hopped, op }: Hop & { op: ActOp }): Promise<boolean> {
  const inline = context.nodeTypes.effects.get(op.effect);
  if (inline?.kind !== 'inline') throw new MissingNodeType(op.effect);
  const given = inline.changes({ config: op.config, now: hopped.step.at });
  const changes = readChanges({ type: op.effect, value: given });
  const fromVisit = locked.row.visit;
  await applyChanges({ context, locked, version, node: op.node, visit: fromVisit, changes });
  return changes.length > 0;
}

/** A node type that a published journey uses is not installed: perhaps a release is under way. */
export class MissingNodeType extends Error {
  readonly type: string;

  constructor(type: string) {
    super(`node type "${type}" is not installed`);
    this.name = 'MissingNodeType';
    this.type = type;
  }
}

async function readLastEvent({ context, locked }: Hop): Promise<number> {
  const [row] = await context.database.select({ last: lead.lastEventId }).from(lead).where(eq(lead.id, locked.lead.id));
  return row?.last ?? locked.lead.lastEvent;
}

async function writeRowAndStep({
  context,
  locked,
  version,
  hopped: { state, step: record },
  visit,
  lastEvent,
}: Hop & { visit: number; lastEvent: number | undefined }): Promise<EnrollmentRow> {
  const { row } = locked;
  const values: HopValues = {
    id: row.id,
    op: state.op,
    node: version.plan.ops[state.op]?.node ?? row.node,
    visit,
    visits: state.visits,
    arrivedAt: state.arrivedAt,
    arrivedEvent: lastEvent ?? state.arrivedEvent,
    state: state.phase,
    hop: row.hop + 1,
    rest: state.phase === 'moving' ? row.rest : row.rest + 1,
    until: state.until,
    lookAt: lookAtOf({ context, locked, state }),
    reason: state.reason ?? null,
    reasonId: state.reasonId ?? null,
    endedAt: state.phase === 'ended' ? locked.realNow : null,
    journeyId: version.journey,
    test: row.test,
    ...stepValues(record),
    stepVisit: state.phase === 'acting' ? visit : record.visit,
  };
  const [updated] = await updateRowAndInsertStep({ database: context.database, values });
  if (!updated) throw new Error(`enrollment ${row.id} vanished under its lock`);
  context.telemetry?.hopped({ lateMs: record.at - record.dueAt });
  return updated;
}

type HopValues = Omit<ReturnType<typeof stepValues>, 'visit'> &
  Pick<
    EnrollmentRow,
    | 'id'
    | 'op'
    | 'node'
    | 'visit'
    | 'visits'
    | 'arrivedAt'
    | 'arrivedEvent'
    | 'state'
    | 'hop'
    | 'rest'
    | 'until'
    | 'lookAt'
    | 'reason'
    | 'reasonId'
    | 'endedAt'
    | 'journeyId'
    | 'test'
  > & { readonly stepVisit: number };

const updateRowAndInsertStep = statement<HopValues>()((database, place) => {
  const updated = database.$with('updated').as(
    database
      .update(enrollment)
      .set({
        op: place('op', enrollment.op),
        node: place('node', enrollment.node),
        visit: place('visit', enrollment.visit),
        visits: place('visits', enrollment.visits),
        arrivedAt: place('arrivedAt', enrollment.arrivedAt),
        arrivedEvent: place('arrivedEvent', enrollment.arrivedEvent),
        state: place('state', enrollment.state),
        hop: place('hop', enrollment.hop),
        rest: place('rest', enrollment.rest),
        until: place('until', enrollment.until),
        lookAt: place('lookAt', enrollment.lookAt),
        nudgedAt: null,
        heldBy: null,
        // Whom a publish is to move hops on their own only to leave.
        moveTo: null,
        stuckWhy: null,
        reason: place('reason', enrollment.reason),
        reasonId: place('reasonId', enrollment.reasonId),
        endedAt: place('endedAt', enrollment.endedAt),
      })
      .where(eq(enrollment.id, place('id', enrollment.id)))
      .returning(),
  );
  const stepped = database.$with('stepped').as(
    database
      .insert(step)
      .values({
        enrollmentId: place('id', step.enrollmentId),
        hop: place('hop', step.hop),
        journeyId: place('journeyId', step.journeyId),
        fromOp: place('fromOp', step.fromOp),
        fromNode: place('fromNode', step.fromNode),
        outcome: place('outcome', step.outcome),
        toOp: place('toOp', step.toOp),
        toNode: place('toNode', step.toNode),
        visit: place('stepVisit', step.visit),
        dueAt: place('dueAt', step.dueAt),
        at: place('at', step.at),
        eventId: place('eventId', step.eventId),
        seen: place('seen', step.seen),
        test: place('test', step.test),
      })
      .returning({ hop: step.hop }),
  );
  return database.with(updated, stepped).select().from(updated);
});

function lookAtOf({ context, locked, state }: { context: Context; locked: LockedPassage; state: PassageState }) {
  switch (state.phase) {
    case 'moving':
      return locked.realNow;
    case 'resting':
      return state.until === null ? null : realTimeOf({ instant: state.until, offsetMs: locked.row.offsetMs });
    case 'acting':
      return plus(locked.realNow, context.timings.actingLookMs);
    default:
      return null;
  }
}

function stepValues(record: StepRecord) {
  return {
    fromOp: record.fromOp,
    fromNode: record.fromNode,
    outcome: record.outcome,
    toOp: record.toOp,
    toNode: record.toNode,
    dueAt: record.dueAt,
    at: record.at,
    eventId: record.event,
    seen: record.seen,
  };
}

export async function announceEnd({
  context,
  row,
  locked,
}: {
  context: Context;
  row: EnrollmentRow;
  locked: LockedPassage;
}): Promise<void> {
  if (locked.lead.erased) return;
  await appendEvents({
    context,
    except: row.id,
    events: [
      {
        lead: row.leadId,
        name: 'journey-ended',
        journey: row.journeyId,
        enrollment: row.id,
        outcome: row.reason ?? 'completed',
      },
    ],
  });
}
