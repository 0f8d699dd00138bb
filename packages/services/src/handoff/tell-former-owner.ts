import type { HandoffRow } from '@sodate/database/schema/handoff';
import { notice } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { markNoticesOf } from './mark-notices-of.ts';

/**
 * Whoever had a hand-off until now hears who has it and who decided so, and need not read any more what they were told
 * of it. They may not open it, so the notice leads to the lead. Nothing where they gave it away themselves.
 */
export async function tellFormerOwner({
  context,
  row,
  to,
}: {
  context: Context;
  /** As it was. */
  row: HandoffRow;
  /** Null: nobody. */
  to: UserId | null;
}): Promise<void> {
  const { actor } = context;
  const { ownerId: former } = row;
  if (former === null || former === to) return;
  // What a colleague wrote for them is theirs to read, whoever has the hand-off now.
  await markNoticesOf({ context, row, reader: former, notes: false });
  if (actor.kind === 'user' && actor.id === former) return;
  const here = and(eq(user.id, former), eq(user.banned, false));
  const [still] = await context.database.select({ id: user.id }).from(user).where(here);
  if (still === undefined) return;
  await context.database.insert(notice).values({
    userId: former,
    kind: 'handoff-taken',
    detail: { lead: row.leadId, to: to ?? '', ...(actor.kind === 'user' ? { changedBy: actor.id } : {}) },
    href: `/leads/${row.leadId}`,
  });
}
