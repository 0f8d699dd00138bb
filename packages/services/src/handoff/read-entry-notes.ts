import { handoffEntry } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import { eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { HandoffEntryId } from './change-handoff.ts';

export interface EntryNote {
  readonly text: string;
  /** Who wrote it; null: the system, or somebody who is gone. */
  readonly by: string | null;
}

/** What was noted in these lines of logs; those without a note, or emptied since, are left out. */
export async function readEntryNotes({
  context,
  entries,
}: {
  context: Context;
  entries: readonly HandoffEntryId[];
}): Promise<ReadonlyMap<HandoffEntryId, EntryNote>> {
  if (entries.length === 0) return new Map();
  const rows = await context.database
    .select({ id: handoffEntry.id, detail: handoffEntry.detail, by: user.name })
    .from(handoffEntry)
    .leftJoin(user, eq(user.id, handoffEntry.userId))
    .where(inArray(handoffEntry.id, [...entries]));
  return new Map(
    rows.flatMap(({ id, detail, by }): [HandoffEntryId, EntryNote][] =>
      detail.note === undefined ? [] : [[id, { text: detail.note, by }]],
    ),
  );
}
