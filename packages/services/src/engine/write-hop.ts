import { type EnrollmentRow, enrollment, step } from '@sodate/database/schema/enrollment';
import { lead } from '@sodate/database/schema/lead';
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
import type { RunningVersion } from './read-version.ts';

interface Hop {
  readonly context: Context;
  readonly locked: LockedPassage;
  readonly version: RunningVersion;
  readonly hopped: HoppedOn;
}

/**
 * Writes one hop: inline effects, the waiting external effect, the step, the row, the end as an event. All in the
 * caller's transaction, under its locks. Gives the row as it now stands.
 */
export async function writeHop(hop: Hop): Promise<EnrollmentRow> {
  const { context, locked, version, hopped } = hop;
  const changed = hopped.effect !== null && (await applyInlineEffect({ ...hop, op: hopped.effect }));
  const visit = await placeEffect({ context, lead: locked.lead.id, version, state: hopped.state });
  const row = await updateRow({ ...hop, visit, lastEvent: changed ? await readLastEvent(hop) : undefined });
  await context.database.insert(step).values({
    ...stepValues(hopped.step),
    visit: hopped.state.phase === 'acting' ? visit : hopped.step.visit,
    enrollmentId: row.id,
    hop: row.hop,
    journeyId: version.journey,
    test: row.test,
  });
  if (row.state === 'ended') await announceEnd({ context, row, locked });
  return row;
}

async function applyInlineEffect({ context, locked, version, hopped, op }: Hop & { op: ActOp }): Promise<boolean> {
  const inline = context.nodeTypes.effects.get(op.effect);
  if (inline?.kind !== 'inline') throw new MissingNodeType(op.effect);
  const changes = inline.changes({ config: op.config, now: hopped.step.at });
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

async function updateRow({
  context,
  locked,
  version,
  hopped: { state },
  visit,
  lastEvent,
}: Hop & { visit: number; lastEvent: number | undefined }): Promise<EnrollmentRow> {
  const { row } = locked;
  const [updated] = await context.database
    .update(enrollment)
    .set({
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
      nudgedAt: null,
      heldBy: null,
      stuckWhy: null,
      reason: state.reason ?? null,
      reasonId: state.reasonId ?? null,
      endedAt: state.phase === 'ended' ? locked.realNow : null,
    })
    .where(eq(enrollment.id, row.id))
    .returning();
  if (!updated) throw new Error(`enrollment ${row.id} vanished under its lock`);
  return updated;
}

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
