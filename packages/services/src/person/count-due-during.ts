import { handoff } from '@sodate/database/schema/handoff';
import { localDay } from '@sodate/journey/time/local-day';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { forbidden } from '../errors.ts';
import { mayReassign } from '../handoff/handoff-access.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';
import type { CountDueDuringInput } from './person-input.ts';

/**
 * How many hand-offs that somebody has not answered yet are due in the days that they will be away; without days, all
 * of them: nobody knows when they are back. @throws RequestError 'forbidden' where it is neither oneself nor one's team.
 */
export async function countDueDuring({
  context,
  input: { id, days },
}: {
  context: Context;
  input: CountDueDuringInput;
}): Promise<number> {
  const { actor } = context;
  if (!mayReassign(actor) && (actor.kind !== 'user' || actor.id !== id)) throw notYours();
  const { zone } = await readOrganisation({ context });
  // Over by now: what fell due then is overdue, and no news.
  if (days !== null && days.until < localDay({ at: context.clock.now(), zone })) return 0;
  const dueDay = sql`((${handoff.dueAt} - ${handoff.offsetMs} * interval '1 millisecond') at time zone ${zone})::date`;
  const [row] = await context.database
    .select({ count: sql<number>`count(*)::int` })
    .from(handoff)
    .where(
      and(
        eq(handoff.ownerId, id),
        eq(handoff.state, 'open'),
        days === null ? undefined : sql`${dueDay} between ${days.from}::date and ${days.until}::date`,
      ),
    );
  return row?.count ?? 0;
}

function notYours() {
  return forbidden({
    ja: 'ほかの人の引き渡しは、営業マネージャーと管理者だけが見られます。',
    en: 'Only sales managers and admins see the hand-offs of others.',
  });
}
