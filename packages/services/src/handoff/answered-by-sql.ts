import { type SQL, sql } from 'drizzle-orm';

/**
 * Who gave an answer that an event tells of, over a row of `event`: the line of the log that was written with it is the
 * nearest of its kind. Null for other events.
 */
export function answeredBySql({ of }: { of: SQL }): SQL<string | null> {
  return sql<string | null>`(select who.name ${lineSql({ of })})`;
}

/** The reason that was given with it: `reason`, one of ours, or `note`, in their own words. */
export function answeredWhySql({ of, what }: { of: SQL; what: 'reason' | 'note' }): SQL<string | null> {
  return sql<string | null>`(select said.detail ->> ${what} ${lineSql({ of })})`;
}

function lineSql({ of }: { of: SQL }): SQL {
  return sql`from handoff_entry said join "user" who on who.id = said.user_id
    where said.handoff_id = ${of}.handoff_id and said.kind = case ${of}.name when 'handoff-accepted' then 'accepted'
      when 'handoff-rejected' then 'rejected' when 'handoff-closed' then ${of}.outcome end
    order by abs(extract(epoch from said.at - ${of}.stored_at)), said.id limit 1`;
}
