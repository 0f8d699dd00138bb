import type { Condition } from '@sodate/journey/condition/condition';
import { startOfWindow } from '@sodate/journey/event/start-of-window';
import type { ScoreRules } from '@sodate/journey/score/score-rule';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { isOpenAt } from '@sodate/journey/time/open-time';
import type { Calendar, Zone } from '@sodate/journey/time/wait-spec';
import { unreachable } from '@sodate/journey/unreachable';
import { type SQL, sql } from 'drizzle-orm';
import { eventsOfLeadSql } from '../event/events-of-lead-sql.ts';
import { countsOfLead, scoreSql } from '../score/score-sql.ts';
import { attributeSql } from './attribute-sql.ts';
import { comparisonSql } from './comparison-sql.ts';
import { eventPatternSql, handoffOutcomeSql, type PassageSql } from './event-pattern-sql.ts';
import type { FactTable } from './fact-table.ts';

/** What a condition is judged against. */
export interface ConditionScope {
  /** The passage that asks; absent where no passage is meant (segments): "since entered" then means ever. */
  readonly passage?: PassageSql;
  /** In the enrollment's own time; business time goes by it. */
  readonly now: Instant;
  /** Real time; windows end here, so that a fast-forward ages no event. */
  readonly realNow: Instant;
  readonly zone: Zone;
  readonly rules: ScoreRules;
  readonly calendars: readonly Calendar[];
}

/**
 * A condition as SQL that is true or false, never null, over rows `l` of `lead`, `c` of `company` (left-joined by the
 * lead's company) and the joins that `facts` gathers. The twin of `evaluateCondition`.
 */
export function compileCondition({
  condition,
  scope,
  facts,
}: {
  condition: Condition;
  scope: ConditionScope;
  facts: FactTable;
}): SQL {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return compileTree({ condition, scope, facts });
    case 'attribute': {
      const fact = condition.of === 'lead' ? condition.attribute : `company.${condition.attribute}`;
      const value = facts.add({ fact, query: sql`select ${attributeSql(condition)} as v` });
      return comparisonSql({ value, compare: condition.compare });
    }
    case 'score':
      return compileScore({ condition, scope, facts });
    case 'events': {
      const pattern = eventPatternSql({
        pattern: condition.pattern,
        ...(scope.passage === undefined ? {} : { passage: scope.passage }),
      });
      const since = sinceSql({ within: condition.within, scope });
      const count = facts.add({ fact: 'events', query: countEvents({ fits: pattern, since }) });
      return bounded({ value: count, atLeast: condition.atLeast, atMost: condition.atMost });
    }
    case 'stage': {
      const stage = facts.add({ fact: 'stage', query: sql`select to_jsonb(l.stage) as v` });
      return anyOf(condition.oneOf.map((one) => sql`${stage} = to_jsonb(${one}::text)`));
    }
    case 'consent':
      return compileConsent({ condition, facts });
    case 'handoff': {
      const since = sinceSql({ within: condition.within, scope });
      const query = countEvents({ fits: handoffOutcomeSql(condition.outcome), since });
      const count = facts.add({ fact: `handoff.${condition.outcome}`, query });
      return bounded({ value: count, atLeast: 1, atMost: undefined });
    }
    case 'business-time': {
      const open = isOpenNow({ condition, scope });
      const fact = facts.add({ fact: 'business-time', query: sql`select to_jsonb(${open}::boolean) as v` });
      return sql`(${fact} = to_jsonb(${condition.open}::boolean))`;
    }
    case 'journey':
      return compileJourney({ condition, facts });
    default:
      return unreachable(condition);
  }
}

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

function compileTree({
  condition,
  scope,
  facts,
}: {
  condition: Of<'all' | 'any' | 'none'>;
  scope: ConditionScope;
  facts: FactTable;
}): SQL {
  const parts = condition.of.map((part) => compileCondition({ condition: part, scope, facts }));
  if (condition.kind === 'all') return parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`;
  return condition.kind === 'any' ? anyOf(parts) : sql`(not ${anyOf(parts)})`;
}

function compileScore({
  condition,
  scope,
  facts,
}: {
  condition: Of<'score'>;
  scope: ConditionScope;
  facts: FactTable;
}): SQL {
  const score = scoreSql({ rules: scope.rules, now: scope.realNow, category: condition.category });
  const value = facts.add({
    fact: condition.category === undefined ? 'score' : `score.${condition.category}`,
    query: sql`select to_jsonb(${score.total}) as v from ${countsOfLead(score)} n`,
  });
  const below = condition.below === undefined ? sql`true` : sql`${asNumber(value)} < ${condition.below}::float8`;
  return sql`(${bounded({ value, atLeast: condition.atLeast, atMost: undefined })} and ${below})`;
}

function compileConsent({ condition, facts }: { condition: Of<'consent'>; facts: FactTable }): SQL {
  const given = facts.add({
    fact: `consent.${condition.topic}`,
    query: sql`select to_jsonb(coalesce((select o.given from consent o
      where o.lead_id = l.id and o.topic = ${condition.topic} order by o.id desc limit 1), false)) as v`,
  });
  return sql`(${given} = to_jsonb(${condition.given}::boolean))`;
}

function compileJourney({ condition, facts }: { condition: Of<'journey'>; facts: FactTable }): SQL {
  const state = facts.add({
    fact: `journey.${condition.journey}`,
    query: sql`select to_jsonb(case
      when exists (select from enrollment x where x.lead_id = l.id and x.journey_id = ${condition.journey}
        and x.state <> 'ended') then 'in'
      when exists (select from enrollment x where x.lead_id = l.id and x.journey_id = ${condition.journey}) then 'ended'
      else 'never' end::text) as v`,
  });
  return sql`(${state} = to_jsonb(${condition.state}::text))`;
}

/** Counts the lead's events `e` (with their thing `t`) that have not been taken back. */
function countEvents({ fits, since }: { fits: SQL; since: SQL }): SQL {
  const those = sql`e.retracted_at is null${since}`;
  return sql`select to_jsonb(count(*)) as v from ${eventsOfLeadSql({ lead: sql`l.id`, those, fits })}`;
}

/** Windows go by `occurred_at`; the same bound on `stored_at`, never earlier, spares the older partitions. */
function sinceSql({ within, scope }: { within: Of<'events'>['within'] | undefined; scope: ConditionScope }): SQL {
  if (within === undefined) return sql``;
  if (within === 'since-entered') {
    return scope.passage === undefined ? sql`` : sql` and e.stored_at >= ${scope.passage.enteredAt}`;
  }
  const start = formatInstant(startOfWindow({ window: within, now: scope.realNow, zone: scope.zone }));
  return sql` and e.stored_at >= ${start}::timestamptz and e.occurred_at >= ${start}::timestamptz`;
}

function isOpenNow({ condition, scope }: { condition: Of<'business-time'>; scope: ConditionScope }): boolean {
  const calendar = scope.calendars.find(({ id }) => id === condition.calendar);
  return calendar !== undefined && isOpenAt({ calendar, at: scope.now });
}

function bounded({
  value,
  atLeast,
  atMost,
}: {
  value: SQL;
  atLeast: number | undefined;
  atMost: number | undefined;
}): SQL {
  const low = atLeast === undefined ? sql`true` : sql`${asNumber(value)} >= ${atLeast}::float8`;
  const high = atMost === undefined ? sql`true` : sql`${asNumber(value)} <= ${atMost}::float8`;
  return sql`(${low} and ${high})`;
}

function asNumber(value: SQL): SQL {
  return sql`(${value} #>> '{}')::float8`;
}

function anyOf(parts: readonly SQL[]): SQL {
  return parts.length === 0 ? sql`false` : sql`(${sql.join([...parts], sql` or `)})`;
}
