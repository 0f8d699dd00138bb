import type { LeadId } from '@sodate/journey/id';
import type { ScoreRules } from '@sodate/journey/score/score-rule';
import type { Instant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { countsOfLead, scoreSql } from './score-sql.ts';

/** Scores these leads from the log and caches the result. Gives how many rows changed; equal rows stay untouched. */
export async function storeScores({
  context,
  rules,
  leads,
  now,
}: {
  context: Context;
  rules: ScoreRules;
  leads: readonly LeadId[];
  now: Instant;
}): Promise<number> {
  if (leads.length === 0) return 0;
  const score = scoreSql({ rules, now });
  const ids = sql.join(
    leads.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await context.database.execute(sql`
    insert into lead_score as s (lead_id, score, valid_until, rules)
    select l.id, ${score.total}, ${score.first} + make_interval(secs => ${rules.windowDays * 86_400}::int), ${rules.revision}::int
    from lead l left join company c on c.id = l.company_id cross join lateral ${countsOfLead(score)} n
    where l.id in (${ids}) and l.merged_into is null and l.erased_at is null
    on conflict (lead_id) do update
      set score = excluded.score, valid_until = excluded.valid_until, rules = excluded.rules
      where (s.score, s.valid_until, s.rules) is distinct from (excluded.score, excluded.valid_until, excluded.rules)
    returning s.lead_id`);
  return rows.length;
}
