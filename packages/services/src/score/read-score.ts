import type { LeadId } from '@sodate/journey/id';
import { pointsGivenRule } from '@sodate/journey/score/evaluate-score';
import type { Score, ScoreReason } from '@sodate/journey/score/score-rule';
import type { Instant } from '@sodate/journey/time/instant';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readScoreRules } from './read-score-rules.ts';
import { countsOfLead, scoreSql } from './score-sql.ts';

/**
 * One lead's score at `now` from the event log (never the cache), and the lines that sum to it, largest first.
 * A lead that does not exist scores 0.
 */
export async function readScore({
  context,
  lead,
  now,
}: {
  context: Context;
  lead: LeadId;
  now: Instant;
}): Promise<Score> {
  const rules = await readScoreRules({ context });
  const score = scoreSql({ rules, now });
  const columns: SQL[] = [sql`${score.given.points} as given`, sql`${score.given.times} as given_times`];
  score.lines.forEach(({ points, times }, number) => {
    columns.push(sql`${points} as ${sql.raw(`p${number}`)}`, sql`${times} as ${sql.raw(`t${number}`)}`);
  });
  const [row] = await context.database.execute<Record<string, number>>(sql`
    select ${sql.join(columns, sql`, `)}
    from lead l left join company c on c.id = l.company_id cross join lateral ${countsOfLead(score)} n
    where l.id = ${lead}`);
  if (row === undefined) return { total: 0, reasons: [] };
  const reasons = score.lines.map(
    ({ rule }, number): ScoreReason => ({
      rule: rule.id,
      title: rule.title,
      times: row[`t${number}`] ?? 0,
      points: row[`p${number}`] ?? 0,
    }),
  );
  reasons.push({
    rule: pointsGivenRule,
    title: { ja: '直接つけた点', en: 'Points given' },
    times: row.given_times ?? 0,
    points: row.given ?? 0,
  });
  const telling = reasons.filter((reason) => reason.times > 0);
  return {
    total: telling.reduce((sum, reason) => sum + reason.points, 0),
    reasons: telling.toSorted((a, b) => b.points - a.points),
  };
}
