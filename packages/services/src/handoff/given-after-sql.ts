import { type SQL, sql } from 'drizzle-orm';

/** A join over `handoff` as h: whoever gave it away, or back, after that time. */
export function givenAfterSql({ at, only = sql`true` }: { at: SQL; only?: SQL }): SQL {
  return sql`left join lateral (
    select entry.id, entry.detail from handoff_entry entry
    where ${only} and entry.handoff_id = h.id and entry.kind in ('assigned', 'given-back') and entry.at > ${at}
    order by entry.id limit 1
  ) given on true`;
}

/** Who had it at that time; after `givenAfterSql`. */
export const holderSql: SQL = sql`case when given.id is null then h.owner_id else (given.detail ->> 'from')::uuid end`;
