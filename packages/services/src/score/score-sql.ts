import { startOfScoreWindow } from '@sodate/journey/score/evaluate-score';
import type { ScoreRule, ScoreRules } from '@sodate/journey/score/score-rule';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { type SQL, sql } from 'drizzle-orm';
import { attributeSql } from '../condition/attribute-sql.ts';
import { comparisonSql } from '../condition/comparison-sql.ts';
import { eventPatternSql } from '../condition/event-pattern-sql.ts';
import { eventsOfLeadSql } from '../event/events-of-lead-sql.ts';

/** How often each rule fits and how many points it gives, as SQL over the row `n` of `scoreCounts`. */
export interface ScoreLine {
  readonly rule: ScoreRule;
  readonly times: SQL;
  readonly points: SQL;
}

export interface ScoreSql {
  /** When the first of the counted events occurred that give points, over `n`; null: none does. */
  readonly first: SQL;
  /** Columns for `select … from event e left join thing t`, grouped by lead: counts by event rule, and points given. */
  readonly counts: SQL;
  /** Which events give points: in the window, not taken back. Goes with `counts`. */
  readonly countedEvents: SQL;
  readonly lines: readonly ScoreLine[];
  readonly given: { readonly times: SQL; readonly points: SQL };
  /** The total, over rows `l`, `c` and `n`. */
  readonly total: SQL;
}

/**
 * The score as SQL, the twin of `evaluateScore`: over rows `l` of `lead`, `c` of `company` (left-joined), and `n`,
 * which selects `counts` from the lead's `countedEvents`. With a category: its rules and points alone.
 */
export function scoreSql({
  rules,
  now,
  category,
}: {
  rules: ScoreRules;
  now: Instant;
  category?: string | undefined;
}): ScoreSql {
  const since = formatInstant(startOfScoreWindow({ rules, now }));
  const counted = rules.rules.filter((rule) => category === undefined || rule.category === category);
  const given = sql`e.name = 'points-given'${category === undefined ? sql`` : sql` and e.category = ${category}`}`;
  const counts = [
    sql`coalesce(sum(e.points) filter (where ${given}), 0)::int as given`,
    sql`(count(*) filter (where ${given}))::int as given_times`,
  ];
  const telling = [sql`(${given})`];
  const lines = counted.map((rule, number) => {
    if (rule.when.kind === 'event') {
      const fits = eventPatternSql({ pattern: rule.when.pattern });
      telling.push(fits);
      counts.push(sql`(count(*) filter (where ${fits}))::int as ${sql.raw(`n${number}`)}`);
    }
    return scoreLine({ rule, number });
  });
  counts.push(sql`min(e.occurred_at) filter (where ${sql.join(telling, sql` or `)}) as first`);
  return {
    first: sql`n.first`,
    counts: sql.join(counts, sql`, `),
    countedEvents: sql`e.retracted_at is null and e.stored_at >= ${since}::timestamptz and e.occurred_at >= ${since}::timestamptz`,
    lines,
    given: { times: sql`coalesce(n.given_times, 0)`, points: sql`coalesce(n.given, 0)` },
    total: sql`(${sql.join([sql`coalesce(n.given, 0)`, ...lines.map((line) => line.points)], sql` + `)})`,
  };
}

function scoreLine({ rule, number }: { rule: ScoreRule; number: number }): ScoreLine {
  const times = timesSql({ rule, number });
  return { rule, times, points: sql`${times} * ${rule.points}::int` };
}

function timesSql({ rule, number }: { rule: ScoreRule; number: number }): SQL {
  if (rule.when.kind === 'attribute') {
    const holds = comparisonSql({ value: attributeSql(rule.when), compare: rule.when.compare });
    return sql`(case when ${holds} then 1 else 0 end)`;
  }
  const times = sql`coalesce(n.${sql.raw(`n${number}`)}, 0)`;
  return rule.when.limit === undefined ? times : sql`least(${times}, ${rule.when.limit}::int)`;
}

/** The lead's events in the window, summed up: `n` for `scoreSql`, as a lateral subquery over `l`. */
export function countsOfLead(score: ScoreSql): SQL {
  return sql`(select ${score.counts} from ${eventsOfLeadSql({ lead: sql`l.id`, those: score.countedEvents })})`;
}
