import { rightNow } from '@sodate/database/columns';
import { event } from '@sodate/database/schema/event';
import type { HandoffRow, HandoffState } from '@sodate/database/schema/handoff';
import { lead, visitor } from '@sodate/database/schema/lead';
import { type Stage, stages } from '@sodate/journey/stage';
import type { Instant } from '@sodate/journey/time/instant';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor, Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { changeStage } from '../lead/change-stage.ts';
import { originOf } from './carry-on-handoff.ts';
import { changeHandoff, writeEntry, writeHandoff } from './change-handoff.ts';
import { type Act, findLastAct } from './find-last-act.ts';
import { assertMayAnswer, mayAnswer } from './handoff-access.ts';
import { type handoffInput, isCall } from './handoff-input.ts';
import type { LockedHandoff } from './lock-handoff.ts';
import { contactKept } from './next-contact.ts';
import { readStage } from './read-stage.ts';
import { assertNotGiven, takeBack } from './take-back-handoff.ts';

/** How long a slip may be taken back. */
export const undoForMs = 10 * 60_000;

/** A slip: what one did oneself with the hand-off a few minutes ago, with nothing after it. */
export function canUndo({
  actor,
  row,
  act,
  realNow,
}: {
  actor: Actor;
  row: Pick<HandoffRow, 'state' | 'ownerId'>;
  act: Act | undefined;
  realNow: Instant;
}): boolean {
  if (act === undefined || actor.kind !== 'user' || act.by !== actor.id) return false;
  if (act.kind === 'given-back' ? row.ownerId !== null : !mayAnswer({ actor, row })) return false;
  return stateBefore(act) !== undefined && stateAfter(act) === row.state && realNow - act.at <= undoForMs;
}

/** Where the hand-off stands again, and the stage that its lead came back to, if it did. */
export interface UndoneAnswer {
  readonly state: HandoffState;
  readonly stage: Stage | null;
}

/**
 * Takes back what one did last with a hand-off: it stands as it stood before, an open one under its old deadline, and so
 * does the lead's stage unless it has been changed since. A next contact set with it goes, and the one before is back. What the journey did meanwhile stays, as with every event
 * taken back. @throws RequestError 'not-found', 'forbidden', 'conflict' where there is nothing to take back any more.
 */
export async function undoAnswer({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof handoffInput>;
}): Promise<UndoneAnswer> {
  return changeHandoff({ context, handoff: input.handoff }, async ({ context: inner, locked }) => {
    const { row, realNow } = locked;
    const act = await findLastAct({ context: inner, row });
    if (act?.kind === 'given-back') await assertNotGiven({ context: inner, row, act });
    else assertMayAnswer({ actor: inner.actor, row });
    if (act === undefined || !canUndo({ actor: inner.actor, row, act, realNow })) throw tooLate();
    if (act.kind === 'given-back') return { state: (await takeBack({ context: inner, row, act })).state, stage: null };
    for (const name of eventsOf(act)) await retract({ context: inner, row, name });
    const stage = await restoreStage({ context: inner, row, act });
    await writeEntry({ context: inner, row, kind: 'undone', detail: { of: act.kind } });
    const { state } = await writeHandoff({ context: inner, row, values: valuesBefore({ act, locked }) });
    return { state, stage };
  });
}

function stateBefore({ kind, detail }: Act): HandoffState | undefined {
  return kind === 'accepted' || kind === 'given-back' ? 'open' : (detail.from as HandoffState | undefined);
}

function stateAfter(act: Act): HandoffState {
  if (act.kind === 'given-back') return 'open';
  if (!isCall(act.kind) && act.kind !== 'met') return act.kind;
  return stateBefore(act) === 'opportunity' ? 'opportunity' : 'accepted';
}

function eventsOf({ kind, detail }: Act) {
  const accepted = kind === 'accepted' || (kind !== 'rejected' && detail.from === 'open');
  const told = kind === 'rejected' ? 'handoff-rejected' : 'handoff-closed';
  return [
    ...(kind === 'accepted' || isCall(kind) ? [] : ([told] as const)),
    ...(accepted ? (['handoff-accepted'] as const) : []),
  ];
}

function valuesBefore({ act, locked }: { act: Act; locked: LockedHandoff }): Partial<HandoffRow> {
  const state = stateBefore(act) ?? 'open';
  const contact = contactKept({ detail: act.detail, now: locked.realNow });
  const met = act.detail.firstMeeting ? { metAt: null } : {};
  const reopened = { state, closeReason: null, closedAt: null, ...contact, ...met };
  return state === 'open' ? { ...reopened, acceptedAt: null, until: deadlineOf(locked) } : reopened;
}

function deadlineOf({ row, now }: LockedHandoff): Instant | null {
  if (row.overdueAt !== null) return null;
  const reminds = row.remindAt !== null && row.remindedAt === null && row.remindAt > now;
  return reminds ? row.remindAt : row.dueAt;
}

/** Gives the stage that the lead is at again; null: it had not moved, or has been changed since. */
async function restoreStage({
  context,
  row,
  act: { detail },
}: {
  context: Context;
  row: HandoffRow;
  act: Act;
}): Promise<Stage | null> {
  const before = stages.find((stage) => stage === detail.stageBefore);
  if (before === undefined || (await readStage({ context, row })) !== detail.stageAfter) return null;
  await changeStage({ context, lead: row.leadId, stage: before, cause: originOf(row), restores: true });
  await retractMoves({ context, row, before });
  await restoreStageDay({ context, row, stage: before });
  return before;
}

/** Since when it is at this stage: since it came into it, and not since the slip was taken back. */
async function restoreStageDay({ context, row, stage }: { context: Context; row: HandoffRow; stage: Stage }) {
  const [came] = await context.database
    .select({ at: event.occurredAt })
    .from(event)
    .where(
      and(
        inArray(event.visitorId, visitorsOf({ context, row })),
        eq(event.name, 'stage-changed'),
        eq(event.outcome, stage),
        notRetracted,
      ),
    )
    .orderBy(desc(event.id))
    .limit(1);
  // Every lead begins as one.
  const since = came === undefined && stage === 'lead' ? sql`${lead.createdAt}` : came?.at;
  if (since === undefined) return;
  await context.database.update(lead).set({ stageAt: since }).where(eq(lead.id, row.leadId));
}

/** The moves of stage back to `before`, and the one that brought it back: neither counts as having come into a stage. */
async function retractMoves({ context, row, before }: { context: Context; row: HandoffRow; before: Stage }) {
  const moves = await context.database
    .select({ id: event.id, from: sql<string | null>`${event.properties} ->> 'from'` })
    .from(event)
    .where(and(inArray(event.visitorId, visitorsOf({ context, row })), eq(event.name, 'stage-changed'), notRetracted))
    .orderBy(desc(event.id))
    .limit(stages.length);
  const first = moves.findIndex(({ from }) => from === before);
  await takeBackEvents({ context, ids: moves.slice(0, first + 1).map(({ id }) => id) });
}

async function retract({
  context,
  row,
  name,
}: {
  context: Context;
  row: HandoffRow;
  name: ReturnType<typeof eventsOf>[number];
}): Promise<void> {
  const [last] = await context.database
    .select({ id: event.id })
    .from(event)
    .where(
      and(
        inArray(event.visitorId, visitorsOf({ context, row })),
        eq(event.name, name),
        eq(event.handoffId, row.id),
        notRetracted,
      ),
    )
    .orderBy(desc(event.id))
    .limit(1);
  if (last) await takeBackEvents({ context, ids: [last.id] });
}

const notRetracted = isNull(event.retractedAt);

function visitorsOf({ context, row }: { context: Context; row: HandoffRow }) {
  return context.database.select({ id: visitor.id }).from(visitor).where(eq(visitor.leadId, row.leadId));
}

async function takeBackEvents({ context, ids }: { context: Context; ids: number[] }): Promise<void> {
  if (ids.length === 0) return;
  await context.database.update(event).set({ retractedAt: rightNow }).where(inArray(event.id, ids));
}

function tooLate() {
  return conflict({
    ja: '取り消せるのは、自分が10分以内にした最後の操作だけです。',
    en: 'Only the last thing you did yourself can be taken back, within 10 minutes.',
  });
}
