import { compareValue } from '../condition/compare-value.ts';
import type { LeadAttributes } from '../condition/lead-facts.ts';
import type { LeadEvent } from '../event/event.ts';
import { matchesPattern } from '../event/matches-pattern.ts';
import { asInstant, type Instant } from '../time/instant.ts';
import type { Score, ScoreReason, ScoreRule, ScoreRules } from './score-rule.ts';

/** The rule id of the line that sums the points given by people and journeys. */
export const pointsGivenRule = 'points-given';

const dayMs = 86_400_000;

interface Scored {
  readonly rules: ScoreRules;
  /** The lead's events in any order, without those taken back. */
  readonly events: readonly LeadEvent[];
  readonly attributes: LeadAttributes;
  readonly now: Instant;
  /** Only this category's rules and points; absent: all. */
  readonly category?: string | undefined;
}

/** The first instant whose events still give points at `now`. */
export function startOfScoreWindow({ rules, now }: { rules: ScoreRules; now: Instant }): Instant {
  return asInstant(now - rules.windowDays * dayMs);
}

/** A lead's score as of now, and the lines that sum to it, the largest first. */
export function evaluateScore({ rules, events, attributes, now, category }: Scored): Score {
  const since = startOfScoreWindow({ rules, now });
  const counted = events.filter((event) => event.storedAt >= since && event.occurredAt >= since);
  const reasons = rules.rules
    .filter((rule) => category === undefined || rule.category === category)
    .map((rule) => reasonOf({ rule, events: counted, attributes }));
  reasons.push(pointsGiven({ events: counted, category }));
  const telling = reasons.filter(({ times }) => times > 0);
  return {
    total: telling.reduce((sum, { points }) => sum + points, 0),
    reasons: telling.sort((one, other) => other.points - one.points),
  };
}

function reasonOf(given: { rule: ScoreRule; events: readonly LeadEvent[]; attributes: LeadAttributes }): ScoreReason {
  const { rule } = given;
  const times = timesOf(given);
  return { rule: rule.id, title: rule.title, times, points: times * rule.points };
}

function timesOf({ rule, events, attributes }: Parameters<typeof reasonOf>[0]): number {
  const { when } = rule;
  if (when.kind === 'attribute') {
    return compareValue({ value: attributes[when.of][when.attribute], compare: when.compare }) ? 1 : 0;
  }
  const count = events.reduce((sum, event) => sum + (matchesPattern({ pattern: when.pattern, event }) ? 1 : 0), 0);
  return Math.min(count, when.limit ?? count);
}

function pointsGiven(given: { events: readonly LeadEvent[]; category: string | undefined }): ScoreReason {
  const { events, category } = given;
  const gifts = events.filter(
    (event) => event.name === 'points-given' && (category === undefined || event.category === category),
  );
  return {
    rule: pointsGivenRule,
    title: { ja: '直接つけた点', en: 'Points given' },
    times: gifts.length,
    points: gifts.reduce((sum, event) => sum + (event.points ?? 0), 0),
  };
}
