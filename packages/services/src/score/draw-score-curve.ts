import type { Instant, Milliseconds } from '@sodate/journey/time/instant';
import { asInstant } from '@sodate/journey/time/instant';

/** An event that gives points: by one rule, so many. */
export interface ScoreHit {
  readonly at: Instant;
  readonly rule: string;
  readonly points: number;
  /** How often the rule counts at most. */
  readonly limit?: number;
}

export interface CurvePoint {
  readonly at: Instant;
  /** The score from this instant on. */
  readonly score: number;
}

/**
 * The score as steps over time: it changes where an event occurs and where one leaves the window. `base` is what
 * attributes give. Steps run from `from` to `to`; beyond the last event that is the score if nothing more happens.
 */
export function drawScoreCurve({
  hits,
  base,
  windowMs,
  from,
  to,
}: {
  hits: readonly ScoreHit[];
  base: number;
  windowMs: Milliseconds;
  from: Instant;
  to: Instant;
}): readonly CurvePoint[] {
  // An event of age exactly `windowMs` still counts.
  const moments = hits.flatMap(({ at }) => [at, asInstant(at + windowMs + 1)]);
  const times = [...new Set([from, ...moments.filter((at) => at > from && at <= to)])].toSorted((a, b) => a - b);
  const points = times.map((at) => ({ at, score: base + scoreAt({ hits, windowMs, at }) }));
  return points.filter((point, index) => index === 0 || point.score !== points[index - 1]?.score);
}

/** Those that raised the score when they came: a rule that had counted as often as it may gave nothing more. */
export function hitsThatCount<Hit extends ScoreHit>({
  hits,
  windowMs,
}: {
  /** Oldest first. */
  hits: readonly Hit[];
  windowMs: Milliseconds;
}): readonly Hit[] {
  return hits.filter(({ at, rule, limit }, index) => {
    if (limit === undefined) return true;
    const before = hits.slice(0, index).filter((other) => other.rule === rule && other.at >= at - windowMs);
    return before.length < limit;
  });
}

function scoreAt({ hits, windowMs, at }: { hits: readonly ScoreHit[]; windowMs: Milliseconds; at: Instant }): number {
  const counts = new Map<string, number>();
  let score = 0;
  for (const hit of hits) {
    if (hit.at > at || hit.at < at - windowMs) continue;
    const times = (counts.get(hit.rule) ?? 0) + 1;
    counts.set(hit.rule, times);
    if (times <= (hit.limit ?? Number.POSITIVE_INFINITY)) score += hit.points;
  }
  return score;
}
