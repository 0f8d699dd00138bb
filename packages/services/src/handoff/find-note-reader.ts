import { type HandoffRow, handoffEntry } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

export interface NoteReader {
  readonly id: UserId;
  readonly name: string;
  /** Whoever has the hand-off; else somebody whose note it answers. */
  readonly owner: boolean;
}

/**
 * Who is told of a note that this person writes about a hand-off: its owner; of the owner's own, whoever wrote the note
 * that it answers, the newest one there. Undefined: nobody, as of what an owner writes for themselves.
 */
export async function findNoteReader({
  context,
  row,
}: {
  context: Context;
  row: Pick<HandoffRow, 'id' | 'ownerId'>;
}): Promise<NoteReader | undefined> {
  const { actor } = context;
  if (actor.kind !== 'user') return undefined;
  const owner = row.ownerId !== actor.id;
  const id = owner ? row.ownerId : await findAsker({ context, row, asked: actor.id });
  if (id === null) return undefined;
  const here = and(eq(user.id, id), eq(user.banned, false));
  const [found] = await context.database.select({ name: user.name }).from(user).where(here);
  return found === undefined ? undefined : { id, name: found.name, owner };
}

async function findAsker({
  context,
  row,
  asked,
}: {
  context: Context;
  row: Pick<HandoffRow, 'id'>;
  asked: UserId;
}): Promise<UserId | null> {
  const written = sql`${handoffEntry.detail} ->> 'note' is not null`;
  const [newest] = await context.database
    .select({ by: handoffEntry.userId })
    .from(handoffEntry)
    .where(
      and(
        eq(handoffEntry.handoffId, row.id),
        inArray(handoffEntry.kind, ['note', 'assigned']),
        isNotNull(handoffEntry.userId),
        written,
      ),
    )
    .orderBy(desc(handoffEntry.id))
    .limit(1);
  return newest === undefined || newest.by === asked ? null : newest.by;
}
