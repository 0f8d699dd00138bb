import { formatInstant } from '@sodate/journey/time/instant';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/**
 * First answers due since the month began in this zone, those to come left out: owner_id (whoever had it when it was
 * due), calendar_id, created_at, due_at, answered_at. Test leads are left out.
 */
export function answersDueThisMonth({ context, zone }: { context: Context; zone: string }): SQL {
  const now = sql`${formatInstant(context.clock.now())}::timestamptz`;
  const month = sql`date_trunc('month', ${now} at time zone ${zone}) at time zone ${zone}`;
  return sql`
    select case when given.id is null then h.owner_id else (given.detail ->> 'from')::uuid end as owner_id,
      h.calendar_id, h.created_at, h.due_at, coalesce(h.accepted_at, h.closed_at) as answered_at
    from handoff h left join lateral (
      select e.id, e.detail from handoff_entry e
      where h.due_at < ${now} and e.handoff_id = h.id and e.kind in ('assigned', 'given-back') and e.at > h.due_at
      order by e.id limit 1
    ) given on true
    where h.state in ('open', 'accepted', 'rejected', 'opportunity', 'won', 'lost') and not h.test
      and h.due_at >= ${month} and (h.accepted_at is not null or h.closed_at is not null or h.due_at < ${now})`;
}
