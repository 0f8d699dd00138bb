import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPlan } from '../../../../test/hosts/arbitrary-plan.ts';
import { officeCalendar } from '../../../../test/hosts/office-calendar.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import type { Plan } from '../compile/plan.ts';
import { asId } from '../id.ts';
import { asInstant, parseInstant } from '../time/instant.ts';
import type { Guesses } from './guess-table.ts';
import { simulate } from './simulate.ts';
import type { Simulation } from './simulation.ts';

const from = parseInstant('2026-11-24T00:00+09:00');
const dayMs = 86_400_000;
const later = (days: number) => asInstant(from + days * dayMs);

function run(given: { plan: Plan } & Partial<Parameters<typeof simulate>[0]>): Simulation {
  return simulate({
    count: 1_000,
    seed: 1,
    guesses: {},
    calendars: {},
    from,
    until: later(400),
    spreadMs: 0,
    ...given,
  });
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('any plan', () => {
  it('balances at any moment: entered = in flight by node + ended by reason', () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.integer({ min: 0, max: 20 }), (plan, days) => {
        const { entered, inFlight, nodes, ended } = run({ plan, count: 40, until: later(days) });
        const figures = Object.values(nodes);
        expect(entered).toBe(40);
        expect(sum(figures.map(({ here }) => here))).toBe(inFlight);
        expect(sum(Object.values(ended).map(({ count }) => count))).toBe(entered - inFlight);
        expect(sum(figures.map((figure) => figure.ended))).toBe(entered - inFlight);
      }),
    );
  });

  it('gives the same figures for the same seed', () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.integer(), (plan, seed) => {
        expect(run({ plan, seed, count: 20 })).toEqual(run({ plan, seed, count: 20 }));
      }),
      { numRuns: 30 },
    );
  });

  it('accounts at every node for all who came: left, here or ended', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        for (const figure of Object.values(run({ plan, count: 40 }).nodes)) {
          const left = sum(Object.values(figure.outcomes));
          // Who ends at a node by an outcome of it is counted as left and as ended.
          expect(left + figure.here).toBeLessThanOrEqual(figure.arrived);
          expect(left + figure.here + figure.ended).toBeGreaterThanOrEqual(figure.arrived);
        }
      }),
    );
  });
});

const spec = { duration: { amount: 3, unit: 'days' }, zone: 'journey' } as const;
const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 8 } as const;
const nurture = planOf({
  ops: [
    { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'hear' } },
    {
      id: 'hear',
      kind: 'listen',
      events: [{ outcome: 'clicked', pattern: { kind: 'mail', reaction: 'clicked', node: asId('mail') } }],
      conditions: [{ outcome: 'hot', key: asId('hot') }],
      timeout: { outcome: 'late', spec },
      next: { clicked: 'ask', hot: 'aim', late: 'end' },
    },
    {
      id: 'ask',
      kind: 'branch',
      arms: [{ outcome: 'yes', key: asId('big') }],
      otherwise: 'no',
      next: { yes: 'aim', no: 'end' },
    },
    { id: 'aim', kind: 'goal' },
    { id: 'end', kind: 'end' },
  ],
  conditions: {
    [asId<'condition'>('hot')]: { kind: 'score', atLeast: 50 },
    [asId<'condition'>('big')]: { kind: 'stage', oneOf: ['mql'] },
  },
});
const guesses: Guesses = {
  [asId<'node'>('mail')]: { done: 0.9, failed: 0.1 },
  [asId<'node'>('hear')]: { clicked: 0.5, hot: 0.2, late: 0.3 },
  [asId<'node'>('ask')]: { yes: 0.25, no: 0.75 },
};

describe('guessed leads', () => {
  it('leave each node in the proportions guessed', () => {
    const { nodes, ended } = run({ plan: nurture, count: 20_000, guesses });
    const share = (node: string, outcome: string) => {
      const figures = nodes[asId<'node'>(node)];
      return (figures?.outcomes[outcome] ?? 0) / sum(Object.values(figures?.outcomes ?? {}));
    };
    expect(nodes[asId<'node'>('mail')]).toMatchObject({ arrived: 20_000 });
    expect((nodes[asId<'node'>('mail')]?.stuck ?? 0) / 20_000).toBeCloseTo(0.1, 1);
    expect(share('hear', 'clicked')).toBeCloseTo(0.5, 1);
    expect(share('hear', 'hot')).toBeCloseTo(0.2, 1);
    expect(share('hear', 'late')).toBeCloseTo(0.3, 1);
    expect(share('ask', 'yes')).toBeCloseTo(0.25, 1);
    expect(ended.goal?.count).toBe(
      (nodes[asId<'node'>('hear')]?.outcomes.hot ?? 0) + (nodes[asId<'node'>('ask')]?.outcomes.yes ?? 0),
    );
  });

  it('react within the time there is, mostly early; the others take all of it', () => {
    const { ended, nodes } = run({ plan: nurture, guesses });
    expect(ended.completed?.time.mostMs).toBe(3 * dayMs);
    expect(ended.goal?.time.mostMs).toBeLessThan(3 * dayMs);
    expect(ended.goal?.time.medianMs).toBeLessThan(1.5 * dayMs);
    expect(ended.goal?.time.leastMs).toBeGreaterThan(0);
    expect(nodes[asId<'node'>('hear')]?.meanStayMs).toBeGreaterThan(dayMs / 2);
  });

  it('succeed in sending, and share outcomes evenly, where nothing is guessed', () => {
    const { nodes } = run({ plan: nurture, count: 9_000 });
    expect(nodes[asId<'node'>('mail')]?.outcomes).toEqual({ done: 9_000 });
    const { clicked = 0, hot = 0, late = 0 } = nodes[asId<'node'>('hear')]?.outcomes ?? {};
    for (const count of [clicked, hot, late]) expect(count / 9_000).toBeCloseTo(1 / 3, 1);
  });

  it('enter evenly over the span given, and are in flight when the clock stops', () => {
    const plan = planOf({ ops: [{ id: 'wait', kind: 'wait', spec }] });
    const { entered, inFlight, nodes } = run({ plan, count: 100, spreadMs: 10 * dayMs, until: later(5) });
    expect(entered).toBe(51);
    expect(nodes[asId<'node'>('wait')]).toMatchObject({ arrived: 51, here: inFlight });
    expect(inFlight).toBe(30);
  });

  it('wait in business time by the calendars given', () => {
    const business = {
      duration: { amount: 1, unit: 'business-hours' },
      zone: 'journey',
      calendar: officeCalendar.id,
    } as const;
    const plan = planOf({ ops: [{ id: 'wait', kind: 'wait', spec: business }] });
    const { ended } = run({ plan, count: 1, calendars: { [officeCalendar.id]: officeCalendar } });
    expect(ended.completed?.time.mostMs).toBe(10 * 3_600_000);
    expect(() => run({ plan, count: 1 })).toThrow('business time needs a calendar');
  });

  it('rest for ever where nothing can make them leave', () => {
    const plan = planOf({ ops: [{ id: 'hear', kind: 'listen', events: [], conditions: [] }] });
    expect(run({ plan, count: 5 })).toMatchObject({ inFlight: 5, nodes: { hear: { here: 5, stuck: 0 } } });
  });
});

describe('a long simulation', () => {
  it('reports how far it has come and can be stopped; what is done still balances', () => {
    const plan = planOf({ ops: [{ id: 'wait', kind: 'wait', spec }] });
    const reports: number[] = [];
    const onProgress = (done: number) => {
      reports.push(done);
      return done < 1_500;
    };
    const { cancelled, entered, ended } = run({ plan, count: 100_000, onProgress });
    expect(reports).toEqual([500, 1_000, 1_500]);
    expect({ cancelled, entered, ended: ended.completed?.count }).toEqual({
      cancelled: true,
      entered: 1_500,
      ended: 1_500,
    });
  });
});
