import type { LeadId } from '@sodate/journey/id';
import type { ScoreRules } from '@sodate/journey/score/score-rule';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';
import { inTransaction } from '../transaction.ts';
import { readScoreRules } from './read-score-rules.ts';
import { asScoreRules } from './save-score-rules.ts';
import type { ScoreRulesInput } from './score-rules-input.ts';
import { scoreSql } from './score-sql.ts';

const mostNames = 20;
const patienceMs = 15_000;

export interface HotLead {
  readonly id: LeadId;
  readonly name: string;
  readonly company: string | null;
  readonly score: number;
  /** By the rules that count now. */
  readonly scoreNow: number;
}

export interface RulesPreview {
  readonly hot: number;
  /** Hot by the rules that count now. */
  readonly hotNow: number;
  readonly becomeHot: number;
  readonly noLongerHot: number;
  /** The hottest by the rules tried, at most 20. */
  readonly leads: readonly HotLead[];
}

/** Who would be hot by these rules, beside who is. Reads the log; stores nothing. */
export async function previewScoreRules({
  context,
  input,
}: {
  context: Context;
  input: ScoreRulesInput;
}): Promise<RulesPreview> {
  const now = context.clock.now();
  const standing = await readScoreRules({ context });
  const tried: ScoreRules = { ...input, revision: standing.revision, rules: asScoreRules(input) };
  const next = scoredLeads({ rules: tried, now });
  const current = scoredLeads({ rules: standing, now });
  const both = sql`with
    next as materialized (select * from (${next}) n where score >= ${tried.hotAt}::int),
    standing as materialized (select * from (${current}) n where score >= ${standing.hotAt}::int)`;
  return inTransaction({ context }, async ({ database }) => {
    await database.execute(sql`set local statement_timeout = ${sql.raw(String(patienceMs))}`);
    const [counts] = await database.execute<Record<'hot' | 'hot_now' | 'become' | 'leave', number>>(sql`${both}
      select (select count(*)::int from next) as hot, (select count(*)::int from standing) as hot_now,
        (select count(*)::int from next where id not in (select id from standing)) as become,
        (select count(*)::int from standing where id not in (select id from next)) as leave`);
    const rows = await database.execute<HotRow>(sql`
      select n.id, l.name, c.name as company, n.score, coalesce(m.score, 0) as score_now
      from (select * from (${next}) scored where score >= ${tried.hotAt}::int
        order by score desc, id desc limit ${mostNames}) n
      join lead l on l.id = n.id left join company c on c.id = l.company_id
      left join lateral (select score from (${current}) scored where scored.id = n.id) m on true
      order by n.score desc, n.id desc`);
    const personal = seesPersonalData(context.actor);
    return {
      hot: counts?.hot ?? 0,
      hotNow: counts?.hot_now ?? 0,
      becomeHot: counts?.become ?? 0,
      noLongerHot: counts?.leave ?? 0,
      leads: rows.map(({ score_now, name, ...row }) => ({ ...row, name: personal ? name : '', scoreNow: score_now })),
    };
  });
}

interface HotRow extends Record<string, unknown> {
  readonly id: LeadId;
  readonly name: string;
  readonly company: string | null;
  readonly score: number;
  readonly score_now: number;
}

/** All leads with their score, from one pass over the window's events. */
function scoredLeads({ rules, now }: { rules: ScoreRules; now: Parameters<typeof scoreSql>[0]['now'] }) {
  const score = scoreSql({ rules, now });
  return sql`select l.id, ${score.total} as score
    from lead l left join company c on c.id = l.company_id
    left join (
      select v.lead_id, ${score.counts}
      from event e join visitor v on v.id = e.visitor_id left join thing t on t.id = e.thing_id
      where ${score.countedEvents} and v.lead_id is not null group by v.lead_id
    ) n on n.lead_id = l.id
    where l.merged_into is null and l.deleted_at is null and l.erased_at is null`;
}
