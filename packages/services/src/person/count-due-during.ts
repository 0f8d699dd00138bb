import { formatInstant } from '@sodate/journey/time/instant';
import { localDay } from '@sodate/journey/time/local-day';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { forbidden } from '../errors.ts';
import { mayReassign } from '../handoff/handoff-access.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';
import { callsDuringSql } from './calls-during-sql.ts';
import type { CountDueDuringInput } from './person-input.ts';

export interface DueDuring {
  /** Not answered yet, and due then. */
  readonly answers: number;
  /** In progress, and their leads to be contacted then. */
  readonly contacts: number;
  /** Not answered, and due before these days: they are not among those, and wait too. Without days: they are. */
  readonly overdue: number;
}

/**
 * How many of somebody's hand-offs call for them in the days that they will be away; without days, all that call for
 * them at all: nobody knows when they are back. @throws RequestError 'forbidden' where it is neither oneself nor one's team.
 */
export async function countDueDuring({
  context,
  input: { id, days },
}: {
  context: Context;
  input: CountDueDuringInput;
}): Promise<DueDuring> {
  const { actor } = context;
  if (!mayReassign(actor) && (actor.kind !== 'user' || actor.id !== id)) throw notYours();
  const { zone } = await readOrganisation({ context });
  // Over by now: what fell due then is overdue, and no news.
  if (days !== null && days.until < localDay({ at: context.clock.now(), zone }))
    return { answers: 0, contacts: 0, overdue: 0 };
  const { answer, contact } = callsDuringSql({ days, zone });
  const now = context.clock.now();
  const overdue =
    days === null
      ? sql`false`
      : sql`(h.state = 'open' and h.due_at <= ${formatInstant(now)}::timestamptz and not ${answer})`;
  const [row] = await context.database.execute<DueDuring & Record<string, unknown>>(sql`
    select count(*) filter (where ${answer})::int as "answers", count(*) filter (where ${contact})::int as "contacts",
      count(*) filter (where ${overdue})::int as "overdue"
    from handoff h where h.owner_id = ${id}::uuid and h.state in ('open', 'accepted', 'opportunity')`);
  return row ?? { answers: 0, contacts: 0, overdue: 0 };
}

function notYours() {
  return forbidden({
    ja: 'ほかの人の引き渡しは、営業マネージャーと管理者だけが見られます。',
    en: 'Only sales managers and admins see the hand-offs of others.',
  });
}
