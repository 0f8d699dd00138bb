import { type HandoffRow, handoff } from '@sodate/database/schema/handoff';
import { lead } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { priorities } from '../enrollment/nudge.ts';
import { writeOutbox } from '../enrollment/write-outbox.ts';
import { eventsOfLeadSql } from '../event/events-of-lead-sql.ts';
import { readScore } from '../score/read-score.ts';
import type { DatedHandoff, DatedStep } from './date-handoff.ts';
import { lastMoveAt, ownerAfter, type SalesStaff, stageAfter, stateAfter } from './handoff-course.ts';
import { answerWithinHours, type PlannedHandoff } from './planned-handoffs.ts';
import { salesWordsFor } from './sales-words.ts';
import { tellHandoffHistory } from './tell-handoff-history.ts';
import { writeHandoffLog } from './write-handoff-log.ts';

const minuteMs = 60_000;

interface Storing {
  readonly context: Context;
  readonly staff: SalesStaff;
  readonly plan: PlannedHandoff;
  readonly dated: DatedHandoff;
  /** Under its lock. Nothing was told of it after the hand-off was made. */
  readonly lead: LeadId;
}

/**
 * Writes a hand-off without a journey, in the caller's transaction, as its verbs would have, had each been called at its
 * time: the row, the log, the lead's events and stages. Only a deadline that is still to come gets a timer; who was told is
 * not told again.
 */
export async function storeHandoff(storing: Storing): Promise<HandoffRow> {
  const { context, lead: leadId, dated } = storing;
  const row = await insertRow(storing);
  await writeHandoffLog({ ...storing, row });
  await tellHandoffHistory({ ...storing, row });
  await context.database
    .update(lead)
    .set({ ownerId: row.ownerId, stage: stageAfter(dated.steps), stageAt: lastMoveAt(dated) })
    .where(eq(lead.id, leadId));
  if (row.until !== null) {
    const body = { kind: 'start-handoff', handoff: row.id, startAt: 'now' } as const;
    await writeOutbox({ context, rows: [{ priority: priorities.handoff, body }] });
  }
  return row;
}

async function insertRow({ context, staff, plan, dated, lead: leadId }: Storing): Promise<HandoffRow> {
  const { language, calendar, team } = staff;
  const score = await readScore({ context, lead: leadId, now: dated.createdAt });
  const form = await findForm({ context, lead: leadId });
  const words = salesWordsFor({ form, number: Math.floor(dated.createdAt / minuteMs) });
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
      followUp: words.followUp[language],
      questions: words.questions.map((question) => question[language]),
      sla: { amount: answerWithinHours, unit: 'business-hours' },
      calendarId: calendar,
      dueAt: dated.dueAt,
      remindAt: dated.remindAt,
      remindedAt: at('reminded'),
      overdueAt: at('overdue'),
      score: score.total,
      whyNow: { reasons: score.reasons.slice(0, 5) },
      closeReason:
        dated.steps.flatMap((step) => (step.kind === 'rejected' || step.kind === 'lost' ? [step.reason] : []))[0] ??
        null,
      outcomeNote:
        dated.steps.findLast(({ kind, note }) => note !== undefined && kind !== 'note')?.note?.[language] ?? null,
      acceptedAt: at('accepted'),
      metAt: at('met'),
      closedAt: at('rejected', 'won', 'lost'),
      until: waits ? until : null,
      lookAt: waits ? until : null,
      createdAt: dated.createdAt,
    })
    .returning();
  if (!row) throw new Error('a hand-off of the seed was not stored');
  return row;
}

/** The form by which we last heard of the lead. */
async function findForm({ context, lead: id }: { context: Context; lead: LeadId }): Promise<string | undefined> {
  const of = eventsOfLeadSql({ lead: sql`${id}::uuid`, those: sql`e.name = 'form-submitted'` });
  const [form] = await context.database.execute<{ key: string | null }>(sql`
    select t.key from ${of} order by e.id desc limit 1`);
  return form?.key ?? undefined;
}
