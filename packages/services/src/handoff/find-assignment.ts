import { type HandoffRow, handoffEntry } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { and, asc, desc, eq, gt, isNotNull, ne, or } from 'drizzle-orm';
import type { Actor, Context } from '../context.ts';
import { undoForMs } from './undo-answer.ts';

/** The last giving of a hand-off to somebody, and who has done something with it since. */
export interface Assignment {
  readonly by: UserId | null;
  readonly at: Instant;
  readonly detail: Readonly<Record<string, string>>;
  /** Notes of whoever gave it do not count. Null: nobody has. */
  readonly touchedBy: { readonly name: string } | null;
}

export async function findAssignment({
  context,
  row,
}: {
  context: Context;
  row: Pick<HandoffRow, 'id'>;
}): Promise<Assignment | undefined> {
  const { id, userId, kind, at, detail } = handoffEntry;
  const ofThis = eq(handoffEntry.handoffId, row.id);
  const [given] = await context.database
    .select({ id, by: userId, at, detail })
    .from(handoffEntry)
    .where(and(ofThis, eq(kind, 'assigned')))
    .orderBy(desc(id))
    .limit(1);
  if (given === undefined) return undefined;
  const counts = given.by === null ? undefined : or(ne(userId, given.by), ne(kind, 'note'));
  const [touched] = await context.database
    .select({ name: user.name })
    .from(handoffEntry)
    .innerJoin(user, eq(user.id, userId))
    .where(and(ofThis, gt(id, given.id), isNotNull(userId), counts))
    .orderBy(asc(id))
    .limit(1);
  return { by: given.by, at: given.at, detail: given.detail, touchedBy: touched ?? null };
}

/** Why a change of owner cannot be taken back: it is not one's own, or too long ago; or somebody has gone on with it. */
export type WhyKept = 'late' | 'touched';

/** Whether one may take it back: what one changed oneself a few minutes ago, with nothing done with it since. */
export function whyKept({
  actor,
  row,
  given,
  realNow,
}: {
  actor: Actor;
  row: Pick<HandoffRow, 'state' | 'ownerId'>;
  given: Assignment | undefined;
  realNow: Instant;
}): WhyKept | undefined {
  if (given === undefined || given.detail.undoes !== undefined || actor.kind !== 'user') return 'late';
  if (given.touchedBy !== null || given.detail.to !== row.ownerId || given.detail.state !== row.state) return 'touched';
  if (given.by !== actor.id) return 'late';
  return realNow - given.at > undoForMs ? 'late' : undefined;
}
