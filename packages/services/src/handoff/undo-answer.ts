import { rightNow } from '@sodate/database/columns';
import { event } from '@sodate/database/schema/event';
import type { HandoffRow } from '@sodate/database/schema/handoff';
import { visitor } from '@sodate/database/schema/lead';
import type { Instant } from '@sodate/journey/time/instant';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor, Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { changeHandoff, writeEntry, writeHandoff } from './change-handoff.ts';
import { type Answer, findAnswer } from './find-answer.ts';
import { assertMayAnswer } from './handoff-access.ts';
import type { handoffInput } from './handoff-input.ts';
import type { LockedHandoff } from './lock-handoff.ts';

/** How long a slip may be taken back. */
export const undoForMs = 10 * 60_000;

/** A slip: one's own acceptance or rejection, a few minutes old, with nothing after it. */
export function canUndo({
  actor,
  row,
  answer,
  realNow,
}: {
  actor: Actor;
  row: Pick<HandoffRow, 'state'>;
  answer: Answer | undefined;
  realNow: Instant;
}): boolean {
  if (answer === undefined || actor.kind !== 'user' || answer.by !== actor.id) return false;
  return (
    (answer.kind === 'accepted' || answer.kind === 'rejected') &&
    answer.kind === row.state &&
    realNow - answer.at <= undoForMs
  );
}

/**
 * Takes one's own acceptance or rejection back: the hand-off is open again, under its old deadline. What the journey did
 * meanwhile and the lead's stage stay, as with every event taken back.
 * @throws RequestError 'not-found', 'forbidden', 'conflict' where there is nothing to take back any more.
 */
export async function undoAnswer({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof handoffInput>;
}): Promise<HandoffRow> {
  return changeHandoff({ context, handoff: input.handoff }, async ({ context: inner, locked }) => {
    const { row, realNow } = locked;
    assertMayAnswer({ actor: inner.actor, row });
    const answer = await findAnswer({ context: inner, row });
    if (answer === undefined || !canUndo({ actor: inner.actor, row, answer, realNow })) throw tooLate();
    await retract({ context: inner, row, kind: answer.kind });
    await writeEntry({ context: inner, row, kind: 'undone', detail: { of: answer.kind } });
    return writeHandoff({ context: inner, row, values: reopened(locked) });
  });
}

function reopened({ row, now }: LockedHandoff): Partial<HandoffRow> {
  const reminds = row.remindAt !== null && row.remindedAt === null && row.remindAt > now;
  const next = reminds ? row.remindAt : row.dueAt;
  return {
    state: 'open',
    rejectReason: null,
    acceptedAt: null,
    closedAt: null,
    until: row.overdueAt === null ? next : null,
  };
}

async function retract({ context, row, kind }: { context: Context; row: HandoffRow; kind: Answer['kind'] }) {
  const visitors = context.database.select({ id: visitor.id }).from(visitor).where(eq(visitor.leadId, row.leadId));
  const name = kind === 'accepted' ? 'handoff-accepted' : 'handoff-rejected';
  const [last] = await context.database
    .select({ id: event.id })
    .from(event)
    .where(and(inArray(event.visitorId, visitors), eq(event.name, name), eq(event.handoffId, row.id)))
    .orderBy(desc(event.id))
    .limit(1);
  if (last) await context.database.update(event).set({ retractedAt: rightNow }).where(eq(event.id, last.id));
}

function tooLate() {
  return conflict({
    ja: '取り消せるのは、自分が10分以内にした受け付けと差し戻しだけです。',
    en: 'Only your own acceptance or rejection can be taken back, within 10 minutes.',
  });
}
