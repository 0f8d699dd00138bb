import type { LeadEvent } from '../event/event.ts';
import type { Window } from '../event/event-pattern.ts';
import { hasOutcome, matchesPattern } from '../event/matches-pattern.ts';
import { startOfWindow } from '../event/start-of-window.ts';
import type { Json } from '../json.ts';
import { evaluateScore } from '../score/evaluate-score.ts';
import { isOpenAt } from '../time/open-time.ts';
import { compareValue } from './compare-value.ts';
import type { Answer, Condition, Seen } from './condition.ts';
import type { LeadFacts } from './lead-facts.ts';

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

interface Asked<Kind extends Condition['kind'] = Condition['kind']> {
  readonly condition: Of<Kind>;
  readonly facts: LeadFacts;
}

/**
 * Whether a condition holds for a lead in memory, and the values it saw: those of every part, in order, whether or
 * not they decided.
 */
export function evaluateCondition({ condition, facts }: { condition: Condition; facts: LeadFacts }): Answer {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return evaluateTree({ condition, facts });
    case 'attribute': {
      const value = facts.attributes[condition.of][condition.attribute];
      const fact = condition.of === 'lead' ? condition.attribute : `company.${condition.attribute}`;
      return answer({ holds: compareValue({ value, compare: condition.compare }), fact, value: value ?? null });
    }
    case 'score':
      return evaluateScoreCondition({ condition, facts });
    case 'events': {
      const count = countEvents({
        facts,
        within: condition.within,
        fits: (event) => fitsPattern({ condition, facts }, event),
      });
      const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = condition;
      return answer({ holds: count >= atLeast && count <= atMost, fact: 'events', value: count });
    }
    case 'stage':
      return answer({ holds: condition.oneOf.includes(facts.stage), fact: 'stage', value: facts.stage });
    case 'consent': {
      const given = facts.consents[condition.topic] ?? false;
      return answer({ holds: given === condition.given, fact: `consent.${condition.topic}`, value: given });
    }
    case 'handoff': {
      const { outcome, within } = condition;
      const count = countEvents({ facts, within, fits: (event) => hasOutcome(outcome, event) });
      return answer({ holds: count >= 1, fact: `handoff.${outcome}`, value: count });
    }
    case 'business-time': {
      const calendar = facts.calendars[condition.calendar];
      const open = calendar !== undefined && isOpenAt({ calendar, at: facts.now });
      return answer({ holds: open === condition.open, fact: 'business-time', value: open });
    }
    case 'journey': {
      const state = facts.journeys[condition.journey] ?? 'never';
      return answer({ holds: state === condition.state, fact: `journey.${condition.journey}`, value: state });
    }
    default:
      return condition satisfies never;
  }
}

function evaluateTree({ condition, facts }: Asked<'all' | 'any' | 'none'>): Answer {
  const answers = condition.of.map((part) => evaluateCondition({ condition: part, facts }));
  const seen: Seen[] = answers.flatMap((part) => part.seen);
  if (condition.kind === 'all') return { holds: answers.every(({ holds }) => holds), seen };
  const some = answers.some(({ holds }) => holds);
  return { holds: condition.kind === 'any' ? some : !some, seen };
}

function evaluateScoreCondition({ condition, facts }: Asked<'score'>): Answer {
  const { category, atLeast = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = condition;
  const { rules, events, attributes, realNow } = facts;
  const { total } = evaluateScore({ rules, events, attributes, now: realNow, category });
  const fact = category === undefined ? 'score' : `score.${category}`;
  return answer({ holds: total >= atLeast && total < below, fact, value: total });
}

function fitsPattern({ condition, facts }: Asked<'events'>, event: LeadEvent): boolean {
  const { pattern } = condition;
  const { passage } = facts;
  const isHere = pattern.kind === 'handoff' && passage?.at?.node === pattern.node;
  return matchesPattern({
    pattern,
    event,
    enrollment: passage?.enrollment,
    visit: isHere ? passage?.at?.visit : undefined,
  });
}

/** Windows go by the time an event says it occurred; "since entered" by its storing, as all order does. */
function countEvents(given: {
  readonly facts: LeadFacts;
  readonly within: Window | 'since-entered' | undefined;
  readonly fits: (event: LeadEvent) => boolean;
}): number {
  const { facts, within, fits } = given;
  const since = sinceOf({ facts, within });
  const isInside =
    within === 'since-entered'
      ? (event: LeadEvent) => event.storedAt >= since
      : (event: LeadEvent) => event.occurredAt >= since && event.storedAt >= since;
  return facts.events.reduce((count, event) => (isInside(event) && fits(event) ? count + 1 : count), 0);
}

function sinceOf({ facts, within }: { facts: LeadFacts; within: Window | 'since-entered' | undefined }): number {
  if (within === undefined) return Number.NEGATIVE_INFINITY;
  if (within === 'since-entered') return facts.passage?.enteredAt ?? Number.NEGATIVE_INFINITY;
  return startOfWindow({ window: within, now: facts.realNow, zone: facts.zone });
}

function answer({ holds, fact, value }: { holds: boolean; fact: string; value: Json }): Answer {
  return { holds, seen: [{ fact, value }] };
}
