import type { LeadId } from '@sodate/journey/id';
import type { ScoreRules } from '@sodate/journey/score/score-rule';
import type { Instant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { notifyHotLeads } from './notify-hot-leads.ts';
import { countsOfLead, scoreSql } from './score-sql.ts';

/**
 * Scores these leads from the log and caches the result. Gives how many rows changed; equal rows stay untouched. Where
 * `news` made them be scored, our people are told who became hot; new rules and a first scoring of all tell nobody.
 */
export async function storeScores({ context, rules, leads, now, news }: Scoring): Promise<number> {
  if (leads.length === 0) return 0;
  return inTransaction({ context }, async (inner) => {
    const changed = await upsertScores({ context: inner, rules, leads, now });
    const becameHot = changed.filter(
      ({ score, before }) => score >= rules.hotAt && (before ?? -Infinity) < rules.hotAt,
    );
    if (news) await notifyHotLeads({ context: inner, leads: becameHot });
    return changed.length;
  });
}

interface Scoring {
  readonly context: Context;
  readonly rules: ScoreRules;
  readonly leads: readonly LeadId[];
  readonly now: Instant;
  readonly news?: boolean;
}

interface ChangedScore extends Record<string, unknown> {
  readonly lead: LeadId;
  readonly score: number;
  /** Null: never scored before. */
  readonly before: number | null;
}

/** Two refreshes at once do not give a change twice: the later one finds the row equal. */
async function upsertScores({ context, rules, leads, now }: Scoring): Promise<readonly ChangedScore[]> {
  const score = scoreSql({ rules, now });
  const ids = sql.join(
    leads.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  return context.database.execute<ChangedScore>(sql`
    with before as (select lead_id, score from lead_score where lead_id in (${ids})), changed as (
    insert into lead_score as s (lead_id, score, valid_until, rules)
    select l.id, ${score.total}, ${score.first} + make_interval(secs => ${rules.windowDays * 86_400}::int), ${rules.revision}::int
    from lead l left join company c on c.id = l.company_id cross join lateral ${countsOfLead(score)} n
    where l.id in (${ids}) and l.merged_into is null and l.erased_at is null
    on conflict (lead_id) do update
      set score = excluded.score, valid_until = excluded.valid_until, rules = excluded.rules
      where (s.score, s.valid_until, s.rules) is distinct from (excluded.score, excluded.valid_until, excluded.rules)
    returning s.lead_id, s.score)
    select changed.lead_id as lead, changed.score, before.score as before
    from changed left join before on before.lead_id = changed.lead_id`);
}
