import { type SQL, sql } from 'drizzle-orm';

/**
 * One lead's events as `e`, with their thing as `t` (left-joined): what follows `from`. `lead` is an id or a column of
 * it; `those` says which events by columns of `e` alone, `fits` by those of `t` too.
 *
 * Fenced by `offset 0`: each visitor's events are sought by their index, even by a plan that PostgreSQL made while the
 * month's partition was still empty. Joined plainly, such a plan reads the whole month for every lead.
 */
export function eventsOfLeadSql({ lead, those, fits = sql`true` }: { lead: SQL; those: SQL; fits?: SQL }): SQL {
  return sql`visitor v
    cross join lateral (select * from event e where e.visitor_id = v.id and ${those} offset 0) e
    left join thing t on t.id = e.thing_id
    where v.lead_id = ${lead} and ${fits}`;
}
