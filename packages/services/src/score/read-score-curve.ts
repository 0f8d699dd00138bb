import type { LeadId } from '@sodate/journey/id';
import { pointsGivenRule } from '@sodate/journey/score/evaluate-score';
import type { ScoreReason, ScoreRules } from '@sodate/journey/score/score-rule';
import type { Text } from '@sodate/journey/text';
import { asInstant, formatInstant, type Instant, parseInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { eventPatternSql } from '../condition/event-pattern-sql.ts';
import type { Context } from '../context.ts';
import { eventsOfLeadSql } from '../event/events-of-lead-sql.ts';
import { findLead } from '../lead/find-lead.ts';
import type { leadInput } from '../lead/get-lead.ts';
import { drawScoreCurve, hitsThatCount, type ScoreHit } from './draw-score-curve.ts';
import { readScore } from './read-score.ts';
import { readScoreRules } from './read-score-rules.ts';

const dayMs = 86_400_000;
const mostHits = 1_000;

export interface ScoreCurve {
  readonly now: string;
  readonly total: number;
  readonly reasons: readonly ScoreReason[];
  readonly hotAt: number;
  readonly windowDays: number;
  readonly from: string;
  readonly to: string;
  /** Steps from `from` to `to`; those after `now` hold if nothing more happens. */
  readonly steps: readonly { readonly at: string; readonly score: number }[];
  /** The events that raised the score since `from`, oldest first. */
  readonly hits: readonly { readonly at: string; readonly title: Text; readonly points: number }[];
  /** When a hot lead cools down if nothing more happens; null: not hot, or stays so by attributes. */
  readonly coolsAt: string | null;
}

/** A lead's score over the last window and the next, by the rules of today. */
export async function readScoreCurve({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof leadInput>;
}): Promise<ScoreCurve> {
  const lead = await findLead({ context, lead: input.lead });
  const now = context.clock.now();
  const rules = await readScoreRules({ context });
  const windowMs = rules.windowDays * dayMs;
  const hits = await readHits({ context, lead: lead.id, rules, since: asInstant(now - 2 * windowMs) });
  const score = await readScore({ context, lead: lead.id, now });
  const attributeRules = new Set(rules.rules.filter(({ when }) => when.kind === 'attribute').map(({ id }) => id));
  const base = score.reasons.reduce((sum, { rule, points }) => sum + (attributeRules.has(rule) ? points : 0), 0);
  const from = asInstant(now - windowMs);
  const to = asInstant(now + windowMs);
  const steps = drawScoreCurve({ hits, base, windowMs, from, to });
  const cools = score.total < rules.hotAt ? undefined : steps.find((step) => step.at > now && step.score < rules.hotAt);
  return {
    now: formatInstant(now),
    total: score.total,
    reasons: score.reasons,
    hotAt: rules.hotAt,
    windowDays: rules.windowDays,
    from: formatInstant(from),
    to: formatInstant(to),
    steps: steps.map((step) => ({ at: formatInstant(step.at), score: step.score })),
    hits: hitsThatCount({ hits, windowMs })
      .filter((hit) => hit.at >= from)
      .map(({ at, title, points }) => ({ at: formatInstant(at), title, points })),
    coolsAt: cools === undefined ? null : formatInstant(cools.at),
  };
}

type TitledHit = ScoreHit & { readonly title: Text };

/** The newest events that give points, oldest first: one hit for each rule that an event fits. */
async function readHits({
  context,
  lead,
  rules,
  since,
}: {
  context: Context;
  lead: LeadId;
  rules: ScoreRules;
  since: Instant;
}): Promise<readonly TitledHit[]> {
  const byEvent = rules.rules.flatMap((rule) => (rule.when.kind === 'event' ? [{ rule, when: rule.when }] : []));
  const fits = byEvent.map(({ when }) => eventPatternSql({ pattern: when.pattern }));
  const columns = fits.map((fit, number) => sql`, ${fit} as ${sql.raw(`r${number}`)}`);
  const start = formatInstant(since);
  const rows = await context.database.execute<
    Record<string, boolean> & { at: string; given: number; note: string | null }
  >(sql`
    select to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      coalesce(e.points, 0) as given, e.properties ->> 'note' as note${sql.join(columns, sql``)}
    from ${eventsOfLeadSql({
      lead: sql`${lead}::uuid`,
      those: sql`e.retracted_at is null and e.stored_at >= ${start}::timestamptz and e.occurred_at >= ${start}::timestamptz`,
      fits: sql`(${sql.join([sql`e.name = 'points-given'`, ...fits], sql` or `)})`,
    })}
    order by e.occurred_at desc limit ${mostHits}`);
  return rows.toReversed().flatMap((row): TitledHit[] => {
    const at = parseInstant(row.at);
    const given = row.given === 0 ? [] : [{ at, rule: pointsGivenRule, points: row.given, title: noteOf(row.note) }];
    const ruled = byEvent.flatMap(({ rule, when }, number): TitledHit[] =>
      row[`r${number}`] === true
        ? [
            {
              at,
              rule: rule.id,
              points: rule.points,
              title: rule.title,
              ...(when.limit === undefined ? {} : { limit: when.limit }),
            },
          ]
        : [],
    );
    return [...given, ...ruled];
  });
}

function noteOf(note: string | null): Text {
  return note === null || note === '' ? { ja: '直接つけた点', en: 'Points given' } : { ja: note, en: note };
}
