import { eventIds } from '@sodate/database/schema/event';
import { type HandoffRow, handoff, handoffEntry } from '@sodate/database/schema/handoff';
import { lead, visitor } from '@sodate/database/schema/lead';
import type { EventName } from '@sodate/journey/event/event';
import type { CalendarId, LeadId, TeamId, UserId } from '@sodate/journey/id';
import { type Stage, stages } from '@sodate/journey/stage';
import type { Language } from '@sodate/journey/text';
import type { Instant } from '@sodate/journey/time/instant';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { priorities } from '../enrollment/nudge.ts';
import { writeOutbox } from '../enrollment/write-outbox.ts';
import { insertEvent } from '../event/insert-event.ts';
import { readScore } from '../score/read-score.ts';
import { inTransaction } from '../transaction.ts';
import type { DatedHandoff, DatedStep } from './date-handoff.ts';
import { answerWithinHours, followUp, type PlannedHandoff, questions } from './planned-handoffs.ts';

export interface SalesStaff {
  readonly manager: UserId;
  /** Everybody who hears of what is overdue: the made-up manager among them. */
  readonly told: readonly UserId[];
  readonly reps: readonly UserId[];
  readonly team: TeamId;
  readonly calendar: CalendarId;
  readonly language: Language;
}

interface Storing {
  readonly context: Context;
  readonly staff: SalesStaff;
  readonly plan: PlannedHandoff;
  readonly dated: DatedHandoff;
  /** Nothing was told of this lead after the hand-off was made. */
  readonly lead: LeadId;
}

/**
 * Writes a hand-off without a journey as its verbs would have, had each been called at its time: the row, the log, the
 * lead's events and stages. Only a deadline that is still to come gets a timer; who was told is not told again.
 */
export async function storeHandoff(storing: Storing): Promise<HandoffRow> {
  const { context, lead: leadId, dated } = storing;
  return inTransaction({ context }, async (inner) => {
    const row = await insertRow({ ...storing, context: inner });
    await writeLog({ ...storing, context: inner, row });
    await tellHistory({ ...storing, context: inner, row });
    await inner.database
      .update(lead)
      .set({ ownerId: row.ownerId, stage: stageAfter(dated.steps), stageAt: lastMoveAt(dated) })
      .where(eq(lead.id, leadId));
    if (row.until !== null) {
      const body = { kind: 'start-handoff', handoff: row.id, startAt: 'now' } as const;
      await writeOutbox({ context: inner, rows: [{ priority: priorities.handoff, body }] });
    }
    return row;
  });
}

async function insertRow({ context, staff, plan, dated, lead: leadId }: Storing): Promise<HandoffRow> {
  const { language, calendar, team } = staff;
  const score = await readScore({ context, lead: leadId, now: dated.createdAt });
  const at = (...kinds: readonly DatedStep['kind'][]) =>
    dated.steps.find(({ kind }) => kinds.includes(kind))?.at ?? null;
  const state = stateAfter(dated.steps);
  const waits = state === 'open' && at('overdue') === null;
  const until = at('reminded') === null ? dated.remindAt : dated.dueAt;
  const [row] = await context.database
    .insert(handoff)
    .values({
      leadId,
      ownerId: ownerAfter({ staff, plan, steps: dated.steps }),
      teamId: team,
      state,
      followUp: followUp[language],
      questions: questions.map((question) => question[language]),
      sla: { amount: answerWithinHours, unit: 'business-hours' },
      calendarId: calendar,
      dueAt: dated.dueAt,
      remindAt: dated.remindAt,
      remindedAt: at('reminded'),
      overdueAt: at('overdue'),
      score: score.total,
      whyNow: { reasons: score.reasons.slice(0, 5) },
      rejectReason: dated.steps.flatMap((step) => (step.kind === 'rejected' ? [step.reason] : []))[0] ?? null,
      outcomeNote:
        dated.steps.findLast(({ kind, note }) => note !== undefined && kind !== 'note')?.note?.[language] ?? null,
      acceptedAt: at('accepted'),
      metAt: at('met', 'opportunity'),
      closedAt: at('rejected', 'won', 'lost'),
      until: waits ? until : null,
      lookAt: waits ? until : null,
      createdAt: dated.createdAt,
    })
    .returning();
  if (!row) throw new Error('a hand-off of the seed was not stored');
  return row;
}

const states = { accepted: 'accepted', rejected: 'rejected', opportunity: 'opportunity', won: 'won', lost: 'lost' };

function stateAfter(steps: readonly DatedStep[]): HandoffRow['state'] {
  const last = steps.findLast(({ kind }) => kind in states);
  return last === undefined ? 'open' : (last.kind as keyof typeof states);
}

const stageOf: Readonly<Partial<Record<DatedStep['kind'], Stage>>> = {
  created: 'mql',
  accepted: 'sql',
  met: 'opportunity',
  opportunity: 'opportunity',
  won: 'customer',
};

/** How far the lead is after these steps; a stage only moves forward. */
function stageAfter(steps: readonly DatedStep[]): Stage {
  const reached = steps.flatMap(({ kind }) => stageOf[kind] ?? []);
  return reached.reduce((most, stage) => (stages.indexOf(stage) > stages.indexOf(most) ? stage : most), stages[0]);
}

function lastMoveAt({ steps, createdAt }: DatedHandoff): Instant {
  const moves = steps.filter((_, index) => stageAfter(steps.slice(0, index)) !== stageAfter(steps.slice(0, index + 1)));
  return moves.at(-1)?.at ?? createdAt;
}

function ownerAfter({
  staff,
  plan,
  steps,
}: {
  staff: SalesStaff;
  plan: PlannedHandoff;
  steps: readonly DatedStep[];
}): UserId {
  const given = steps.flatMap((step) => (step.kind === 'assigned' ? [step.to] : []));
  return repOf({ staff, number: given.at(-1) ?? plan.rep });
}

function repOf({ staff, number }: { staff: SalesStaff; number: number }): UserId {
  const id = staff.reps[number];
  if (id === undefined) throw new Error(`the seed has no rep ${number}`);
  return id;
}

/** In the order of time, since the ids of the log's lines are its order. */
async function writeLog({ context, staff, plan, dated: { steps }, row }: Storing & { row: HandoffRow }): Promise<void> {
  for (const [index, step] of steps.entries()) {
    const before = steps.slice(0, index);
    const [stageBefore, reached] = [stageAfter(before), stageAfter([...before, step])];
    const { note } = step;
    await context.database.insert(handoffEntry).values({
      handoffId: row.id,
      userId: whoDid({ staff, plan, step, before }),
      kind: step.kind,
      detail: {
        ...(step.kind === 'assigned' ? givenFromTo({ staff, plan, before, to: step.to }) : {}),
        ...(step.kind === 'rejected' ? { reason: step.reason } : {}),
        ...(step.kind === 'overdue' ? { told: toldOf({ staff, plan, before }).join(' ') } : {}),
        ...(isOutcome(step.kind) ? { from: stateAfter(before) } : {}),
        ...(step.kind === 'created' || reached === stageBefore ? {} : { stageBefore, stageAfter: reached }),
        ...(note === undefined ? {} : { note: note[staff.language] }),
      },
      at: step.at,
    });
  }
}

function isOutcome(kind: DatedStep['kind']): boolean {
  return ['rejected', 'absent', 'met', 'opportunity', 'won', 'lost'].includes(kind);
}

interface Doing {
  readonly staff: SalesStaff;
  readonly plan: PlannedHandoff;
  readonly before: readonly DatedStep[];
}

function whoDid({ staff, plan, step, before }: Doing & { step: DatedStep }): UserId | null {
  if (step.kind === 'created' || step.kind === 'reminded' || step.kind === 'overdue') return null;
  return step.kind === 'assigned' ? staff.manager : ownerAfter({ staff, plan, steps: before });
}

function givenFromTo({ staff, plan, before, to }: Doing & { to: number }) {
  return { from: ownerAfter({ staff, plan, steps: before }), to: repOf({ staff, number: to }) };
}

/** As the timer tells them: the owner, and those who manage sales. */
function toldOf({ staff, plan, before }: Doing): readonly UserId[] {
  return [ownerAfter({ staff, plan, steps: before }), ...staff.told];
}

/** What the lead's own history tells of it. */
async function tellHistory({
  context,
  dated: { steps },
  lead: leadId,
  row,
}: Storing & { row: HandoffRow }): Promise<void> {
  const [own] = await context.database
    .select({ id: visitor.id })
    .from(visitor)
    .where(and(eq(visitor.leadId, leadId), isNull(visitor.anonymousId)));
  if (!own) throw new Error(`lead ${leadId} has no visitor row of its own`);
  for (const [index, step] of steps.entries()) {
    const [from, to] = [stageAfter(steps.slice(0, index)), stageAfter(steps.slice(0, index + 1))];
    const moved = { name: 'stage-changed' as const, outcome: to, properties: { from, to } };
    for (const one of [...(from === to ? [] : [moved]), ...eventsOf(step)]) {
      await insertEvent({
        context,
        one: { ...one, lead: leadId, handoff: row.id },
        id: await nextEventId(context),
        now: step.at,
        occurredAt: step.at,
        visitor: own.id,
        thing: null,
        owner: leadId,
        isOwnAct: false,
      });
    }
  }
}

function eventsOf(step: DatedStep): readonly { readonly name: EventName; readonly outcome?: string }[] {
  switch (step.kind) {
    case 'created':
    case 'accepted':
    case 'overdue':
      return [{ name: `handoff-${step.kind}` }];
    case 'rejected':
      return [{ name: 'handoff-rejected', outcome: step.reason }];
    case 'met':
    case 'opportunity':
    case 'won':
    case 'lost':
      return [{ name: 'handoff-closed', outcome: step.kind }];
    default:
      return [];
  }
}

async function nextEventId({ database }: Context): Promise<number> {
  const [row] = await database.execute<{ id: number }>(sql`select nextval(${eventIds.seqName})::float as id`);
  if (!row) throw new Error('no event id was taken');
  return row.id;
}
