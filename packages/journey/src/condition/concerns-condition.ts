import type { EventName, LeadEvent } from '../event/event.ts';
import { matchesPattern } from '../event/matches-pattern.ts';
import type { EnrollmentId } from '../id.ts';
import type { Condition } from './condition.ts';

interface Concerned {
  readonly condition: Condition;
  readonly event: LeadEvent;
  readonly enrollment?: EnrollmentId | undefined;
}

// These bring a whole history with them, so that anything about the lead may change.
const joinsHistory: ReadonlySet<EventName> = new Set(['visitor-identified', 'lead-merged', 'lead-created']);
// No rule gives points for these.
const neverScored: ReadonlySet<EventName> = new Set([
  'stage-changed',
  'consent-given',
  'consent-withdrawn',
  'journey-entered',
  'journey-ended',
]);

/** Whether an event may change how a condition is answered. Never misses one that does; time alone is no event. */
export function concernsCondition({ condition, event, enrollment }: Concerned): boolean {
  const { name } = event;
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return condition.of.some((part) => concernsCondition({ condition: part, event, enrollment }));
    case 'business-time':
      return false;
    case 'attribute':
      return name === 'attribute-changed' || joinsHistory.has(name);
    case 'score':
      return !neverScored.has(name);
    case 'events':
      return matchesPattern({ pattern: condition.pattern, event, enrollment }) || joinsHistory.has(name);
    case 'stage':
      return name === 'stage-changed' || joinsHistory.has(name);
    case 'consent':
      return name === 'consent-given' || name === 'consent-withdrawn' || joinsHistory.has(name);
    case 'handoff':
      return name.startsWith('handoff-') || joinsHistory.has(name);
    case 'journey':
      return name === 'journey-entered' || name === 'journey-ended' || joinsHistory.has(name);
    default:
      return condition satisfies never;
  }
}
