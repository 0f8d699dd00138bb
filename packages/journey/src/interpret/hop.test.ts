import { describe, expect, it } from 'vitest';
import {
  enterAt,
  factsOf,
  hopped,
  key,
  look,
  minutes,
  pageView,
  pricePage,
  start,
  waitHour,
} from '../../../../test/hosts/look-at.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { asId } from '../id.ts';
import { asInstant } from '../time/instant.ts';
import { hop } from './hop.ts';

const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 8 } as const;

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

describe('exits and goals', () => {
  const plan = planOf({
    ops: [
      {
        id: 'listen',
        kind: 'listen',
        events: [{ outcome: 'read', pattern: pricePage }],
        conditions: [],
        next: { read: 'end' },
      },
      { id: 'end', kind: 'end' },
    ],
    exits: [{ id: 'left', key: key('customer') }],
    goals: [{ node: asId('aim'), key: key('met') }],
  });
  const events = [pageView({ id: 3, at: minutes(1) })];
  const outcomeWith = (holds: Readonly<Record<string, boolean>>) =>
    hopped(look({ plan, state: enterAt(plan), now: minutes(2), facts: factsOf(holds), events }));

  it('take the exit first, then the goal, then the outcome', () => {
    const all = outcomeWith({ customer: true, met: true });
    expect(all.state).toMatchObject({ phase: 'ended', reason: 'exit', reasonId: 'left' });
    expect(all.step).toMatchObject({ outcome: 'exit', fromOp: 'listen', toOp: null, event: null });
    expect(all.step.seen).toEqual([{ fact: 'customer', value: true }]);
    const goal = outcomeWith({ customer: false, met: true });
    expect(goal.state).toMatchObject({ phase: 'ended', reason: 'goal', reasonId: 'aim' });
    expect(goal.step.outcome).toBe('goal');
    expect(outcomeWith({ customer: false, met: false }).step.outcome).toBe('read');
  });

  it('hold while an effect is in the air, landed or not', () => {
    const sending = planOf({
      ops: [{ id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external }],
      exits: [{ id: 'left', key: key('customer') }],
    });
    const state = enterAt(sending);
    const facts = factsOf({ customer: true });
    expect(hopped(look({ plan: sending, state, facts })).state.reason).toBe('exit');
    const landed = { kind: 'landed', outcome: 'failed' } as const;
    expect(hopped(hop({ plan: sending, state, happened: landed, facts, now: start })).state.reason).toBe('exit');
  });

  it('ask for their answers', () => {
    const state = enterAt(plan);
    expect(() => look({ plan, state, facts: factsOf({ customer: false }) })).toThrow('no answer to the condition met');
  });
});
