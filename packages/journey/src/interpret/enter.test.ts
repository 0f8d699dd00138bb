import { expect, it } from 'vitest';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import type { Entry } from '../compile/plan.ts';
import { asId } from '../id.ts';
import { parseInstant } from '../time/instant.ts';
import { asksToEnter } from './asks.ts';
import { enter } from './enter.ts';
import { looksAgain } from './looks-again.ts';

const now = parseInstant('2026-11-24T09:00+09:00');
const enrollment = asId<'enrollment'>('e1');
const facts = { answers: {}, calendars: {}, leadZone: null, lastEvent: 4 };
const spec = { duration: { amount: 1, unit: 'hours' }, zone: 'lead', calendar: asId<'calendar'>('office') } as const;
const plan = planOf({
  ops: [
    { id: 'wait', kind: 'wait', spec, next: { done: 'end' } },
    { id: 'end', kind: 'end' },
  ],
  audience: asId('audience'),
  exits: [{ id: 'left', key: asId('customer') }],
});
const entry: Entry = { node: asId('page'), trigger: { kind: 'person' }, to: asId('wait') };

it('makes hop 0 from the trigger to where it leads', () => {
  const { state, step } = enter({ plan, entry, enrollment, facts, now, event: 9 });
  expect(step).toEqual({
    fromOp: null,
    fromNode: 'page',
    outcome: 'entered',
    toOp: 'wait',
    toNode: 'wait',
    visit: 1,
    dueAt: now,
    at: now,
    event: 9,
    seen: [],
  });
  expect(state).toMatchObject({ enrollment: 'e1', phase: 'resting', op: 'wait', visit: 1 });
});

it('takes the event that let the lead in as heard, though the facts be older', () => {
  expect(enter({ plan, entry, enrollment, facts, now, event: 9 }).state.arrivedEvent).toBe(9);
  expect(enter({ plan, entry, enrollment, facts, now, event: null }).state.arrivedEvent).toBe(4);
});

it('completes at once where the trigger leads nowhere', () => {
  const { state, step } = enter({
    plan,
    entry: { node: asId('page'), trigger: { kind: 'person' } },
    enrollment,
    facts,
    now,
    event: null,
  });
  expect(state).toMatchObject({ phase: 'ended', reason: 'completed' });
  expect(step).toMatchObject({ toOp: null, toNode: null });
});

it('asks for the audience, and for what measures the first deadline', () => {
  expect(asksToEnter({ plan, entry })).toEqual({ conditions: ['audience'], calendars: ['office'], leadZone: true });
});

it('wants a second look where exits were not asked yet', () => {
  const hopped = enter({ plan, entry, enrollment, facts, now, event: null });
  expect(looksAgain({ plan, hopped, now })).toBe(true);
  const free = planOf({ ops: [{ id: 'wait', kind: 'wait', spec }] });
  expect(
    looksAgain({ plan: free, hopped: enter({ plan: free, entry, enrollment, facts, now, event: null }), now }),
  ).toBe(false);
});
