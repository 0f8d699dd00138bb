import { handoffEntry } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import type { HandoffId } from '@sodate/journey/id';
import { formatInstant } from '@sodate/journey/time/instant';
import { asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Context } from '../context.ts';
import type { HandoffEntryKind } from './change-handoff.ts';

export interface ListedEntry {
  readonly id: string;
  readonly kind: HandoffEntryKind;
  /** Who did it; null: the system. */
  readonly by: string | null;
  /** Whom it was given to, where it was reassigned. */
  readonly to: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly at: string;
}

const most = 100;

/** The log of conversations of one hand-off, oldest first; at most 100 lines. */
export async function listEntries({
  context,
  handoff,
}: {
  context: Context;
  handoff: HandoffId;
}): Promise<readonly ListedEntry[]> {
  const receiver = alias(user, 'receiver');
  const rows = await context.database
    .select({ entry: handoffEntry, by: user.name, to: receiver.name })
    .from(handoffEntry)
    .leftJoin(user, eq(user.id, handoffEntry.userId))
    .leftJoin(receiver, eq(receiver.id, sql`(${handoffEntry.detail} ->> 'to')::uuid`))
    .where(eq(handoffEntry.handoffId, handoff))
    .orderBy(asc(handoffEntry.id))
    .limit(most);
  return rows.map(({ entry: { id, kind, detail, at }, by, to }) => ({
    id,
    kind,
    by,
    to,
    reason: detail.reason ?? null,
    note: detail.note ?? null,
    at: formatInstant(at),
  }));
}
