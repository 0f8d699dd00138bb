import { type HandoffRow, handoffEntry } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';

export interface Answer {
  readonly kind: 'accepted' | 'rejected' | 'opportunity' | 'won' | 'lost';
  readonly by: UserId | null;
  readonly byName: string | null;
  readonly at: Instant;
}

const answers = ['accepted', 'rejected', 'opportunity', 'won', 'lost'] as const;

/** Who answered last, how and when. */
export async function findAnswer({
  context,
  row,
}: {
  context: Context;
  row: Pick<HandoffRow, 'id'>;
}): Promise<Answer | undefined> {
  const [found] = await context.database
    .select({ kind: handoffEntry.kind, by: handoffEntry.userId, byName: user.name, at: handoffEntry.at })
    .from(handoffEntry)
    .leftJoin(user, eq(user.id, handoffEntry.userId))
    .where(and(eq(handoffEntry.handoffId, row.id), inArray(handoffEntry.kind, [...answers])))
    .orderBy(desc(handoffEntry.id))
    .limit(1);
  return found === undefined ? undefined : { ...found, kind: found.kind as Answer['kind'] };
}

const closedStates = ['rejected', 'won', 'lost', 'withdrawn'] as const;

/** @throws RequestError 'conflict', which says who closed it. */
export async function assertNotClosed({ context, row }: { context: Context; row: HandoffRow }): Promise<void> {
  if (!closedStates.some((state) => state === row.state)) return;
  const by = (await findAnswer({ context, row }))?.byName;
  throw conflict({
    ja: by ? `この引き渡しは、${by}さんがすでに終えています。` : 'この引き渡しは、すでに終わっています。',
    en: by ? `${by} has already closed this hand-off.` : 'This hand-off is already closed.',
  });
}
