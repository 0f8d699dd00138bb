import { expect, it } from 'vitest';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import type { Condition } from '../condition/condition.ts';
import type { EventName, LeadEvent } from '../event/event.ts';
import { asId, type ConditionKey } from '../id.ts';
import { asInstant } from '../time/instant.ts';
import type { PassageState } from './passage.ts';
import { wakes } from './wakes.ts';

const hot = asId<'condition'>('hot');
const left = asId<'condition'>('left');
const met = asId<'condition'>('met');
const conditions: Record<ConditionKey, Condition> = {
  [hot]: { kind: 'score', atLeast: 50 },
  [left]: { kind: 'stage', oneOf: ['customer'] },
  [met]: {
    kind: 'any',
    of: [
      { kind: 'handoff', outcome: 'won' },
      { kind: 'consent', topic: 'news', given: false },
    ],
  },
};
const pattern = { kind: 'page', url: { match: 'exact', value: '/price' } } as const;
const plan = planOf({
  ops: [
    { id: 'listen', kind: 'listen', events: [{ outcome: 'read', pattern }], conditions: [], next: { read: 'wait' } },
    { id: 'wait', kind: 'wait', spec: { zone: 'journey' } },
    { id: 'until-hot', kind: 'listen', events: [], conditions: [{ outcome: 'hot', key: hot }] },
  ],
  conditions,
  exits: [{ id: 'left', key: left }],
  goals: [{ node: asId('aim'), key: met }],
});

const at = (op: string, rest: Partial<PassageState> = {}): PassageState => ({
  enrollment: asId('e1'),
  phase: 'resting',
  op: asId(op),
  visit: 1,
  visits: {},
  arrivedAt: asInstant(0),
  arrivedEvent: 5,
  until: null,
  ...rest,
});
const eventOf = (name: EventName, rest: Partial<LeadEvent> = {}): LeadEvent => ({
  id: 6,
  name,
  storedAt: asInstant(1),
  occurredAt: asInstant(1),
  properties: {},
  ...rest,
});
const price = eventOf('page-viewed', { url: 'https://a.test/price' });

it('wakes a listen for an event that it hears, and for no other', () => {
  expect(wakes({ plan, state: at('listen'), event: price })).toBe(true);
  expect(wakes({ plan, state: at('listen'), event: eventOf('page-viewed', { url: 'https://a.test/top' }) })).toBe(
    false,
  );
  expect(wakes({ plan, state: at('listen', { arrivedEvent: 6 }), event: price })).toBe(false);
  expect(wakes({ plan, state: at('wait'), event: price })).toBe(false);
});

it('wakes a rest for what may change a condition waited for', () => {
  expect(wakes({ plan, state: at('until-hot'), event: eventOf('page-viewed') })).toBe(true);
  expect(wakes({ plan, state: at('until-hot'), event: eventOf('points-given') })).toBe(true);
  expect(wakes({ plan, state: at('until-hot'), event: eventOf('journey-entered') })).toBe(false);
});

it('wakes any rest, and a lead whose effect waits, for what may change an exit or a goal', () => {
  for (const state of [at('listen'), at('wait'), at('wait', { phase: 'acting' })]) {
    expect(wakes({ plan, state, event: eventOf('stage-changed') })).toBe(true);
    expect(wakes({ plan, state, event: eventOf('handoff-closed', { outcome: 'won' }) })).toBe(true);
    expect(wakes({ plan, state, event: eventOf('consent-withdrawn') })).toBe(true);
    expect(wakes({ plan, state, event: eventOf('lead-merged') })).toBe(true);
    expect(wakes({ plan, state, event: eventOf('mail-opened') })).toBe(false);
  }
});

it('wakes nobody who has left', () => {
  expect(wakes({ plan, state: at('wait', { phase: 'ended' }), event: eventOf('stage-changed') })).toBe(false);
});
