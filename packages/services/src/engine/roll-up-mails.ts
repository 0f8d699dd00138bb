import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';

const lockKey = 7_139;

/**
 * Sums what came of mails by journey, node and test, from events older than a minute, by one worker at a time; a mail
 * counts once as opened and once as clicked, and a click is an opening too. `progress` says how far. What lies far back
 * is gone over a day at a time: `behind` then. Clicks of scanners are taken back within seconds, before they come here.
 */
export async function rollUpMails({ context }: { context: Context }): Promise<{ behind: boolean }> {
  const lagMs = context.timings.rollupLagMs;
  return inTransaction({ context }, async ({ database }) => {
    const [lock] = await database.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${lockKey}) as mine`);
    if (!lock?.mine) return { behind: false };
    const [done] = await database.execute<{ behind: boolean }>(sql`
      with mark as materialized (
        select coalesce((select at from progress where name = 'mail-rollup'), '-infinity'::timestamptz) as since,
          date_trunc('milliseconds', clock_timestamp()) - ${lagMs} * interval '1 millisecond' as till
      ), span as materialized (
        select since, case when since > till - interval '1 day' then till else least(till, interval '1 day' + coalesce(
          least(${firstSince('mail-sent')}, ${firstSince('mail-opened')}, ${firstSince('mail-clicked')}), till)) end as till
        from mark
      ), happened as materialized (
        select name, sent_mail_id, journey_id, node, enrollment_id from event
        where name in ('mail-sent', 'mail-opened', 'mail-clicked') and retracted_at is null and sent_mail_id is not null
          and stored_at >= (select since from span) and stored_at < (select till from span)
      ), reacted as (
        select sent_mail_id, bool_or(name = 'mail-clicked') as clicked from happened
        where name <> 'mail-sent' group by sent_mail_id
      ), counted as (
        update sent_mail m set opened_counted_at = coalesce(m.opened_counted_at, till),
          clicked_counted_at = case when r.clicked then coalesce(m.clicked_counted_at, till) else m.clicked_counted_at end
        from reacted r, span where m.id = r.sent_mail_id
          and (m.opened_counted_at is null or (r.clicked and m.clicked_counted_at is null))
        returning m.journey_id, m.node, m.enrollment_id, (old.opened_counted_at is null)::int as opened,
          (r.clicked and old.clicked_counted_at is null)::int as clicked
      ), lines as (
        select journey_id, node, enrollment_id, 1 as sent, 0 as opened, 0 as clicked from happened where name = 'mail-sent'
        union all
        select journey_id, node, enrollment_id, 0, opened, clicked from counted
      ), summed as (
        insert into mail_rollup (journey_id, node, test, sent, opened, clicked)
        select l.journey_id, l.node, e.test, sum(l.sent), sum(l.opened), sum(l.clicked)
        from lines l join enrollment e on e.id = l.enrollment_id
        where l.journey_id is not null and l.node is not null
        group by 1, 2, 3
        on conflict (journey_id, node, test) do update set sent = mail_rollup.sent + excluded.sent,
          opened = mail_rollup.opened + excluded.opened, clicked = mail_rollup.clicked + excluded.clicked
      )
      insert into progress (name, at) select 'mail-rollup', till from span
      on conflict (name) do update set at = excluded.at
      returning at < (select till from mark) as behind`);
    return { behind: done?.behind === true };
  });
}

/** SQL: when the first event of a name was stored that is not summed yet: one step into its index. */
function firstSince(name: 'mail-sent' | 'mail-opened' | 'mail-clicked') {
  return sql`(select min(stored_at) from event where name = ${name} and stored_at >= (select since from mark))`;
}
