import { describe, expect, it } from 'vitest';
import { enterAt, factsOf, hopped, key, look, minutes, start, waitHour } from '../../../../test/hosts/look-at.ts';
import { officeCalendar } from '../../../../test/hosts/office-calendar.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { asId } from '../id.ts';
import { parseInstant } from '../time/instant.ts';
import { hop } from './hop.ts';
import type { Hopped } from './passage.ts';

const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 8 } as const;

describe('an act', () => {
  it('of an inline effect is done in the hop that leaves it', () => {
    const plan = planOf({
      ops: [
        { id: 'points', kind: 'act', effect: 'give-points', config: { points: 5 }, next: { done: 'end' } },
        { id: 'end', kind: 'end' },
      ],
    });
    const state = enterAt(plan);
    expect(state.phase).toBe('moving');
    const { effect, step } = hopped(look({ plan, state }));
    expect(effect).toMatchObject({ id: 'points', config: { points: 5 } });
    expect(step).toMatchObject({ outcome: 'done', fromOp: 'points', toOp: 'end' });
  });

  const mailTo = (next: Readonly<Record<string, string>>) =>
    planOf({
      ops: [
        { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next },
        { id: 'next', kind: 'end' },
        { id: 'other', kind: 'end' },
      ],
    });
  const land = (given: { next: Readonly<Record<string, string>>; outcome: 'done' | 'failed' | 'not-sent' }) => {
    const plan = mailTo(given.next);
    const state = enterAt(plan);
    expect(state.phase).toBe('acting');
    return hop({
      plan,
      state,
      happened: { kind: 'landed', outcome: given.outcome },
      facts: factsOf(),
      now: minutes(1),
    });
  };

  it('of an external effect waits until it has landed', () => {
    const plan = mailTo({ done: 'next' });
    expect(look({ plan, state: enterAt(plan), now: minutes(600) }).kind).toBe('rests');
    expect(hopped(land({ next: { done: 'next' }, outcome: 'done' })).step).toMatchObject({
      outcome: 'done',
      toOp: 'next',
    });
  });

  it('that failed leaves by that outcome, or sticks where it leads nowhere', () => {
    expect(hopped(land({ next: { done: 'next', failed: 'other' }, outcome: 'failed' })).step.toOp).toBe('other');
    expect(land({ next: { done: 'next' }, outcome: 'failed' })).toMatchObject({ kind: 'stuck', why: 'failed' });
  });

  it('not sent leaves by that outcome, or goes on with a word of it', () => {
    expect(hopped(land({ next: { done: 'next', 'not-sent': 'other' }, outcome: 'not-sent' })).step.toOp).toBe('other');
    expect(hopped(land({ next: { done: 'next' }, outcome: 'not-sent' })).step).toMatchObject({
      outcome: 'done',
      toOp: 'next',
      seen: [{ fact: 'not-sent', value: true }],
    });
  });

  it('keeps what the host says it saw', () => {
    const plan = mailTo({ done: 'next' });
    const seen = [{ fact: 'not-sent', value: 'no-consent' }];
    const happened = { kind: 'landed', outcome: 'not-sent', seen } as const;
    expect(hopped(hop({ plan, state: enterAt(plan), happened, facts: factsOf(), now: start })).step.seen).toEqual(seen);
  });

  it('cannot land where none is in the air', () => {
    const plan = planOf({ ops: [{ id: 'wait', kind: 'wait', spec: waitHour }] });
    const happened = { kind: 'landed', outcome: 'done' } as const;
    expect(() => hop({ plan, state: enterAt(plan), happened, facts: factsOf(), now: start })).toThrow(
      'none was in the air',
    );
  });
});

describe('a branch', () => {
  const plan = planOf({
    ops: [
      {
        id: 'branch',
        kind: 'branch',
        arms: [
          { outcome: 'hot', key: key('hot') },
          { outcome: 'warm', key: key('warm') },
        ],
        otherwise: 'cold',
        next: { hot: 'end', warm: 'end', cold: 'end' },
      },
      { id: 'end', kind: 'end' },
    ],
  });
  const leave = (holds: Readonly<Record<string, boolean>>) =>
    hopped(look({ plan, state: enterAt(plan), facts: factsOf(holds) })).step;

  it('takes the first arm that holds and keeps the values seen up to there', () => {
    expect(leave({ hot: true, warm: true })).toMatchObject({ outcome: 'hot', seen: [{ fact: 'hot', value: true }] });
    expect(leave({ hot: false, warm: true })).toMatchObject({
      outcome: 'warm',
      seen: [
        { fact: 'hot', value: false },
        { fact: 'warm', value: true },
      ],
    });
    expect(leave({ hot: false, warm: false }).outcome).toBe('cold');
  });
});

describe('a loop', () => {
  const plan = planOf({
    visitLimit: 3,
    ops: [
      { id: 'wait', kind: 'wait', spec: waitHour, next: { done: 'ask' } },
      { id: 'ask', kind: 'act', effect: 'a', config: {}, next: { done: 'ask.hear' } },
      { id: 'ask.hear', kind: 'act', effect: 'b', config: {}, next: { done: 'wait' } },
    ],
  });

  it('counts a visit where a node is reached, not between the ops of one node', () => {
    const states = [enterAt(plan)];
    const visits = [1];
    for (let hops = 1; hops <= 5; hops++) {
      const { state } = hopped(look({ plan, state: states.at(-1) ?? enterAt(plan), now: minutes(60 * hops) }));
      states.push(state);
      visits.push(state.visit);
    }
    expect(states.map(({ op }) => op)).toEqual(['wait', 'ask', 'ask.hear', 'wait', 'ask', 'ask.hear']);
    expect(visits).toEqual([1, 1, 1, 2, 2, 2]);
  });

  it('ends by the loop limit on the visit beyond it', () => {
    let state = enterAt(plan);
    let last: Hopped = { kind: 'rests', state };
    for (let hops = 1; state.phase !== 'ended' && hops < 100; hops++) {
      last = look({ plan, state, now: minutes(60 * hops) });
      state = last.state;
    }
    expect(state).toMatchObject({ phase: 'ended', reason: 'loop-limit', visit: 3 });
    expect(hopped(last).step).toMatchObject({ outcome: 'loop-limit', fromOp: 'ask.hear', toOp: null });
  });

  it('of a node onto itself is counted too', () => {
    const own = planOf({ visitLimit: 2, ops: [{ id: 'wait', kind: 'wait', spec: waitHour, next: { done: 'wait' } }] });
    const once = hopped(look({ plan: own, state: enterAt(own), now: minutes(60) })).state;
    expect(once).toMatchObject({ visit: 2, until: minutes(120) });
    expect(hopped(look({ plan: own, state: once, now: minutes(120) })).state.reason).toBe('loop-limit');
  });
});

describe('an end', () => {
  it('is completed at an end, at a goal by the goal, and where nothing is connected', () => {
    const plan = planOf({
      ops: [
        { id: 'wait', kind: 'wait', spec: waitHour, next: { done: 'aim' } },
        { id: 'aim', kind: 'goal' },
      ],
    });
    const { state, step } = hopped(look({ plan, state: enterAt(plan), now: minutes(60) }));
    expect(state).toMatchObject({ phase: 'ended', reason: 'goal', reasonId: 'aim', op: 'aim' });
    expect(step).toMatchObject({ outcome: 'done', toOp: 'aim', toNode: 'aim' });
    const open = planOf({ ops: [{ id: 'wait', kind: 'wait', spec: waitHour }] });
    expect(hopped(look({ plan: open, state: enterAt(open), now: minutes(60) }))).toMatchObject({
      state: { reason: 'completed', op: 'wait' },
      step: { outcome: 'done', toOp: null, toNode: null },
    });
    expect(look({ plan, state, now: minutes(600) }).kind).toBe('rests');
  });
});

describe('a deadline', () => {
  const spec = { moment: { time: '09:00', weekdays: [], skipClosed: false }, zone: 'lead' } as const;
  const plan = planOf({ ops: [{ id: 'wait', kind: 'wait', spec }] });
  const until = (leadZone: string | null) => enterAt(plan, { ...factsOf(), leadZone }).until;

  it('in the lead’s own zone falls back to the journey’s where that is unknown or none', () => {
    expect(until('America/New_York')).toBe(parseInstant('2026-11-23T09:00-05:00'));
    expect(until(null)).toBe(start);
    expect(until('Nowhere/Else')).toBe(start);
  });

  it('is measured by the calendar it names', () => {
    const office = {
      duration: { amount: 1, unit: 'business-hours' },
      zone: 'journey',
      calendar: officeCalendar.id,
    } as const;
    const business = planOf({ ops: [{ id: 'wait', kind: 'wait', spec: office }] });
    const state = enterAt(business, { ...factsOf(), calendars: { [officeCalendar.id]: officeCalendar } });
    expect(state.until).toBe(parseInstant('2026-11-24T10:00+09:00'));
  });
});

it('refuses a passage of another version', () => {
  const plan = planOf({ ops: [{ id: 'wait', kind: 'wait', spec: waitHour }] });
  expect(() => look({ plan, state: { ...enterAt(plan), op: asId('gone') } })).toThrow('the plan has no op gone');
});
