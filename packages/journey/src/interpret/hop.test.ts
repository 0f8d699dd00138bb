import { describe, expect, it } from 'vitest';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import type { Plan } from '../compile/plan.ts';
import type { LeadEvent } from '../event/event.ts';
import { asId, type ConditionKey } from '../id.ts';
import { asInstant, type Instant, parseInstant } from '../time/instant.ts';
import { enter } from './enter.ts';
import { hop } from './hop.ts';
import type { Facts, Hopped, PassageState } from './passage.ts';

const start = parseInstant('2026-11-23T09:00+09:00');
const minute = 60_000;
const minutes = (count: number): Instant => asInstant(start + count * minute);
const key = (name: string): ConditionKey => asId(name);

function factsOf(holds: Readonly<Record<string, boolean>> = {}, lastEvent = 0): Facts {
  const answers = Object.entries(holds).map(([name, value]) => [name, { holds: value, seen: [{ fact: name, value }] }]);
  return { answers: Object.fromEntries(answers), calendars: {}, leadZone: null, lastEvent };
}

function enterAt(plan: Plan, facts: Facts = factsOf()): PassageState {
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

function look({ plan, state, now = start, facts = factsOf(), events = [] }: Look): Hopped {
  return hop({ plan, state, happened: { kind: 'looked', events }, facts, now });
}

function hopped(result: Hopped): Extract<Hopped, { kind: 'hopped' }> {
  if (result.kind !== 'hopped') throw new Error(`expected a hop, got ${result.kind}`);
  return result;
}

function pageView({ id, at, url = '/price' }: { id: number; at: Instant; url?: string }): LeadEvent {
  return { id, name: 'page-viewed', storedAt: at, occurredAt: at, url: `https://example.com${url}`, properties: {} };
}

const waitHour = { duration: { amount: 1, unit: 'hours' }, zone: 'journey' } as const;
const pricePage = { kind: 'page', url: { match: 'exact', value: '/price' } } as const;

describe('a wait', () => {
  const plan = planOf({
    ops: [
      { id: 'wait', kind: 'wait', spec: waitHour, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });

  it('fixes its deadline on arrival and rests until then', () => {
    const state = enterAt(plan);
    expect(state).toMatchObject({ phase: 'resting', until: minutes(60) });
    expect(look({ plan, state, now: asInstant(minutes(60) - 1) }).kind).toBe('rests');
  });

  it('goes on at its deadline, without tolerance, and says when it was due', () => {
    const { step, state } = hopped(look({ plan, state: enterAt(plan), now: minutes(75) }));
    expect(step).toMatchObject({ outcome: 'done', dueAt: minutes(60), at: minutes(75), toOp: 'end' });
    expect(state).toMatchObject({ phase: 'ended', reason: 'completed' });
    expect(hopped(look({ plan, state: enterAt(plan), now: minutes(60) })).step.at).toBe(minutes(60));
  });
});

describe('a listen', () => {
  const plan = planOf({
    ops: [
      {
        id: 'listen',
        kind: 'listen',
        events: [{ outcome: 'read', pattern: pricePage }],
        conditions: [{ outcome: 'hot', key: key('hot') }],
        timeout: { outcome: 'late', spec: waitHour },
      },
    ],
  });
  const cold = factsOf({ hot: false });

  it('takes the first matching event in stored order', () => {
    const events = [pageView({ id: 3, at: minutes(1), url: '/other' }), pageView({ id: 4, at: minutes(2) })];
    const { step } = hopped(look({ plan, state: enterAt(plan), now: minutes(3), facts: cold, events }));
    expect(step).toMatchObject({ outcome: 'read', event: 4, dueAt: minutes(2), at: minutes(3) });
  });

  it('prefers an event stored in time to the time-out, however late the look', () => {
    const events = [pageView({ id: 3, at: minutes(60) })];
    const { step } = hopped(look({ plan, state: enterAt(plan), now: minutes(600), facts: cold, events }));
    expect(step.outcome).toBe('read');
  });

  it('lets an event that came after the deadline lose to the time-out', () => {
    const events = [pageView({ id: 3, at: asInstant(minutes(60) + 1) })];
    const { step } = hopped(look({ plan, state: enterAt(plan), now: minutes(600), facts: cold, events }));
    expect(step).toMatchObject({ outcome: 'late', dueAt: minutes(60), event: null });
  });

  it('ignores events stored before it was reached, the one that let the lead in among them', () => {
    const state = enterAt(plan, factsOf({}, 7));
    const events = [pageView({ id: 7, at: start })];
    expect(look({ plan, state, facts: cold, events }).kind).toBe('rests');
  });

  it('prefers an event to a condition, and a condition to the time-out', () => {
    const hot = factsOf({ hot: true });
    const state = enterAt(plan);
    const events = [pageView({ id: 3, at: minutes(1) })];
    expect(hopped(look({ plan, state, now: minutes(90), facts: hot, events })).step.outcome).toBe('read');
    const { step } = hopped(look({ plan, state, now: minutes(90), facts: hot }));
    expect(step).toMatchObject({ outcome: 'hot', dueAt: minutes(90), seen: [{ fact: 'hot', value: true }] });
  });
});
