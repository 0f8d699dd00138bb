import { type HandoffRow, handoffEntry } from '@sodate/database/schema/handoff';
import type { UserId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** What somebody does with a hand-off, each of which can be taken back. */
export const undoable = [
  'accepted',
  'rejected',
  'given-back',
  'absent',
  'reached',
  'met',
  'opportunity',
  'won',
  'lost',
] as const;

export type ActKind = (typeof undoable)[number];

/** What somebody last did with a hand-off, with what the log says of how it stood before. */
export interface Act {
  readonly kind: ActKind;
  readonly by: UserId | null;
  readonly at: Instant;
  readonly detail: Readonly<Record<string, string>>;
}

/** The last answer or outcome, or the giving back; undefined where there is none, or where it has been taken back. */
export async function findLastAct({
  context,
  row,
}: {
  context: Context;
  row: Pick<HandoffRow, 'id'>;
}): Promise<Act | undefined> {
  const [found] = await context.database
    .select({ kind: handoffEntry.kind, by: handoffEntry.userId, at: handoffEntry.at, detail: handoffEntry.detail })
    .from(handoffEntry)
    .where(and(eq(handoffEntry.handoffId, row.id), inArray(handoffEntry.kind, [...undoable, 'undone'])))
    .orderBy(desc(handoffEntry.id))
    .limit(1);
  return found === undefined || found.kind === 'undone' ? undefined : { ...found, kind: found.kind as ActKind };
}
