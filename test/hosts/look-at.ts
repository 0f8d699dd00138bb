import type { Plan } from '@sodate/journey/compile/plan';
import type { LeadEvent } from '@sodate/journey/event/event';
import { asId, type ConditionKey } from '@sodate/journey/id';
import { enter } from '@sodate/journey/interpret/enter';
import { hop } from '@sodate/journey/interpret/hop';
import type { Facts, Hopped, PassageState } from '@sodate/journey/interpret/passage';
import { asInstant, type Instant, parseInstant } from '@sodate/journey/time/instant';

/** When leads enter in tests of single hops. */
export const start = parseInstant('2026-11-23T09:00+09:00');
const minute = 60_000;
export const minutes = (count: number): Instant => asInstant(start + count * minute);
export const key = (name: string): ConditionKey => asId(name);

export function factsOf(holds: Readonly<Record<string, boolean>> = {}, lastEvent = 0): Facts {
  const answers = Object.entries(holds).map(([name, value]) => [name, { holds: value, seen: [{ fact: name, value }] }]);
  return { answers: Object.fromEntries(answers), calendars: {}, leadZone: null, lastEvent };
}

export function enterAt(plan: Plan, facts: Facts = factsOf()): PassageState {
  const [entry] = plan.entries;
  if (entry === undefined) throw new Error('a plan without entry');
  return enter({ plan, entry, enrollment: asId('e1'), facts, now: start, event: null }).state;
}

interface Look {
  readonly plan: Plan;
  readonly state: PassageState;
  readonly now?: Instant;
  readonly facts?: Facts;
  readonly events?: readonly LeadEvent[];
}

export function look({ plan, state, now = start, facts = factsOf(), events = [] }: Look): Hopped {
  return hop({ plan, state, happened: { kind: 'looked', events }, facts, now });
}

export function hopped(result: Hopped): Extract<Hopped, { kind: 'hopped' }> {
  if (result.kind !== 'hopped') throw new Error(`expected a hop, got ${result.kind}`);
  return result;
}

/** A page view stored at a time. */
export function pageView({ id, at, url = '/price' }: { id: number; at: Instant; url?: string }): LeadEvent {
  return { id, name: 'page-viewed', storedAt: at, occurredAt: at, url: `https://example.com${url}`, properties: {} };
}

export const waitHour = { duration: { amount: 1, unit: 'hours' }, zone: 'journey' } as const;
export const pricePage = { kind: 'page', url: { match: 'exact', value: '/price' } } as const;
