import { asId } from '@sodate/journey/id';
import { describe, expect, it } from 'vitest';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { callsOutside, expectMails } from './expect-mails.ts';

const mail = { kind: 'act', effect: 'send-mail', config: {} } as const;
const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;
const spec = { duration: { amount: 1, unit: 'days' }, zone: 'journey' } as const;

const plan = planOf({
  ops: [
    { id: 'wait', kind: 'wait', spec, next: { done: 'points' } },
    { id: 'points', kind: 'act', effect: 'add-score', config: {}, next: { done: 'first' } },
    { id: 'first', ...mail, external, next: { done: 'branch' } },
    {
      id: 'branch',
      kind: 'branch',
      arms: [{ outcome: 'yes', key: asId<'condition'>('c') }],
      otherwise: 'no',
      next: { yes: 'split', no: 'listen' },
    },
    {
      id: 'split',
      kind: 'split',
      arms: [
        { outcome: 'a', weight: 3 },
        { outcome: 'b', weight: 1 },
      ],
      next: { a: 'second', b: 'end' },
    },
    { id: 'second', ...mail, external, next: { done: 'end' } },
    {
      id: 'listen',
      kind: 'listen',
      events: [],
      conditions: [],
      timeout: { outcome: 'late', spec },
      next: { late: 'second' },
    },
    { id: 'end', kind: 'end' },
  ],
});
const id = (name: string) => asId<'op'>(name);

describe('the mails that a lead is sent when it goes on', () => {
  it('are counted up to the next rest, whatever lies between', () => {
    const mails = expectMails({ plan, past: {} });
    expect(mails.goingOn(id('listen'))).toBe(1);
    expect(mails.goingOn(id('second'))).toBe(1);
    expect(mails.arriving(id('listen'))).toBe(0);
    expect(mails.goingOn(id('end'))).toBe(0);
    expect(mails.arriving(undefined)).toBe(0);
  });

  it('are told from calls of what lies outside, which are counted likewise', () => {
    const called = planOf({
      ops: [
        { id: 'wait', kind: 'wait', spec, next: { done: 'first' } },
        { id: 'first', ...mail, external, next: { done: 'chat' } },
        { id: 'chat', kind: 'act', effect: 'chat', config: {}, external: { ...external, channel: 'chat' }, next: {} },
      ],
    });
    expect(expectMails({ plan: called, past: {} }).goingOn(id('wait'))).toBe(1);
    expect(expectMails({ plan: called, past: {}, sends: callsOutside }).goingOn(id('wait'))).toBe(1);
    expect(expectMails({ plan, past: {}, sends: callsOutside }).goingOn(id('wait'))).toBe(0);
  });

  it('are shared out by the weights of a split, and evenly at a branch that nobody has passed', () => {
    expect(expectMails({ plan, past: {} }).goingOn(id('wait'))).toBeCloseTo(1 + 0.5 * 0.75);
  });

  it('are shared out as leads went so far at a branch', () => {
    const past = { [asId<'node'>('branch')]: { yes: 80, no: 20 } };
    expect(expectMails({ plan, past }).goingOn(id('wait'))).toBeCloseTo(1 + 0.8 * 0.75);
  });
});
