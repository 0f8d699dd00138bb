import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArbitraryRun, arbitraryRun, changesOf, runStart } from '../../../../test/hosts/arbitrary-plan.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { pollPassage } from '../../../../test/hosts/poll-passage.ts';
import { asId } from '../id.ts';
import { asInstant } from '../time/instant.ts';
import { blankLead, type Happening, type ScriptedLead, type Surrounding } from './script.ts';
import { stepThrough, type Way } from './step-through.ts';

const surrounding: Surrounding = {
  rules: { revision: 0, windowDays: 14, hotAt: 60, rules: [] },
  calendars: {},
  changesOf: ({ op }) => changesOf(op),
};
const dayMs = 86_400_000;
const muchLater = asInstant(runStart + 400 * dayMs);
const days = (count: number) => asInstant(runStart + count * dayMs);

function walk({ plan, lead }: ArbitraryRun): Way {
  return stepThrough({ plan, lead: { ...lead, enrollment: asId('e1') }, surrounding, until: muchLater });
}

describe('any plan with any script', () => {
  it('goes the same way as under a host that looks at everything', () => {
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        expect(walk(run)).toEqual(pollPassage(run));
      }),
      { numRuns: 1_000 },
    );
  });

  it('goes the same way each time', () => {
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        expect(walk(run)).toEqual(walk(run));
      }),
    );
  });

  it('keeps a ledger without gaps that agrees with the state', () => {
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        const { steps, state } = walk(run);
        expect(steps[0]).toMatchObject({ fromOp: null, outcome: 'entered' });
        steps.slice(1).forEach((step, index) => {
          expect(step.fromOp).toBe(steps[index]?.toOp);
          expect(step.at).toBeGreaterThanOrEqual(step.dueAt);
        });
        const last = steps.at(-1);
        if (last?.toOp === null) expect(state.phase).toBe('ended');
        else expect(state.op).toBe(last?.toOp);
      }),
    );
  });

  it('visits no node on a loop more often than the limit', () => {
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        const { steps } = walk(run);
        const visits = new Map<string, number>();
        for (const { toNode } of steps) if (toNode !== null) visits.set(toNode, (visits.get(toNode) ?? 0) + 1);
        expect(Math.max(0, ...visits.values())).toBeLessThanOrEqual(run.plan.visitLimit);
      }),
    );
  });
});

describe('a script', () => {
  const lead: ScriptedLead = { ...blankLead, enrollment: asId('e1'), entry: asId('start'), enterAt: runStart };
  const view = (at: number, url: string): Happening => ({
    kind: 'event',
    at: asInstant(at),
    event: { name: 'page-viewed', url, properties: {} },
  });
  const spec = { duration: { amount: 3, unit: 'days' }, zone: 'journey' } as const;
  const price = { kind: 'page', url: { match: 'exact', value: '/price' } } as const;
  const listening = planOf({
    ops: [
      {
        id: 'n0',
        kind: 'listen',
        events: [{ outcome: 'read', pattern: price }],
        conditions: [],
        timeout: { outcome: 'late', spec },
      },
    ],
  });
  const outcomesOf = (given: Parameters<typeof stepThrough>[0]) =>
    stepThrough(given).steps.map(({ outcome }) => outcome);

  it('is heard from the moment the lead has entered, up to the deadline itself', () => {
    const heard = {
      ...lead,
      happenings: [view(runStart, 'https://a.test/price'), view(days(3), 'https://a.test/price')],
    };
    const { steps } = stepThrough({ plan: listening, lead: heard, surrounding, until: muchLater });
    expect(steps.map(({ outcome, at }) => ({ outcome, at }))).toEqual([
      { outcome: 'entered', at: runStart },
      { outcome: 'read', at: days(3) },
    ]);
    const missed = { ...lead, happenings: [view(days(3) + 1, 'https://a.test/price')] };
    expect(outcomesOf({ plan: listening, lead: missed, surrounding, until: muchLater })).toEqual(['entered', 'late']);
  });

  it('stops at the end of the virtual time', () => {
    const { state, steps } = stepThrough({ plan: listening, lead, surrounding, until: asInstant(days(3) - 1) });
    expect(steps).toHaveLength(1);
    expect(state).toMatchObject({ phase: 'resting', until: days(3) });
  });

  it('takes a score that fades by time alone for an exit within a quarter of an hour', () => {
    const faded = asId<'condition'>('faded');
    const plan = planOf({
      ops: [{ id: 'n0', kind: 'wait', spec: { duration: { amount: 300, unit: 'days' }, zone: 'journey' } }],
      conditions: { [faded]: { kind: 'score', below: 10 } },
      exits: [{ id: 'cold', key: faded }],
    });
    const rules = {
      revision: 1,
      windowDays: 14,
      hotAt: 60,
      rules: [{ id: 'r', title: { ja: '料金', en: 'Price' }, points: 10, when: { kind: 'event', pattern: price } }],
    } as const;
    const warm = { ...lead, happenings: [view(runStart, 'https://a.test/price')] };
    const { state, steps } = stepThrough({
      plan,
      lead: warm,
      surrounding: { ...surrounding, rules },
      until: muchLater,
    });
    expect(state).toMatchObject({ phase: 'ended', reason: 'exit', reasonId: 'cold' });
    expect(steps.at(-1)?.at).toBeGreaterThan(days(14));
    expect(steps.at(-1)?.at).toBeLessThanOrEqual(days(14) + 15 * 60_000);
  });

  it('sticks where an effect fails and nothing is connected, and goes on where it is', () => {
    const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 1 } as const;
    const failing = { ...lead, landings: { [asId<'op'>('n0')]: ['failed' as const] } };
    const open = planOf({ ops: [{ id: 'n0', kind: 'act', effect: 'send', config: {}, external }] });
    expect(stepThrough({ plan: open, lead: failing, surrounding, until: muchLater })).toMatchObject({
      stuck: true,
      state: { phase: 'acting', op: 'n0' },
    });
    const connected = planOf({
      ops: [
        { id: 'n0', kind: 'act', effect: 'send', config: {}, external, next: { failed: 'n1' } },
        { id: 'n1', kind: 'end' },
      ],
    });
    expect(outcomesOf({ plan: connected, lead: failing, surrounding, until: muchLater })).toEqual([
      'entered',
      'failed',
    ]);
  });

  it('calls a lead stuck that never comes to rest', () => {
    const plan = planOf({
      visitLimit: 1_000,
      ops: [{ id: 'n0', kind: 'act', effect: 'nothing', config: {}, next: { done: 'n0' } }],
    });
    const { stuck, steps } = stepThrough({
      plan,
      lead,
      surrounding: { ...surrounding, changesOf: () => [] },
      until: muchLater,
    });
    expect(stuck).toBe(true);
    expect(steps).toHaveLength(51);
  });
});
