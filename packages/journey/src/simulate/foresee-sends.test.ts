import { describe, expect, it } from 'vitest';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import type { ConditionKey } from '../id.ts';
import { asId } from '../id.ts';
import { asks } from '../interpret/asks.ts';
import type { PassageState } from '../interpret/passage.ts';
import { asInstant, type Instant, plus } from '../time/instant.ts';
import { foreseeSends } from './foresee-sends.ts';

const start = asInstant(Date.parse('2026-11-26T01:00:00Z'));
const dayMs = 86_400_000;
const hot = asId<'condition'>('hot');
const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;
const mail = { kind: 'act', effect: 'send-mail', config: {}, external } as const;
const days = (amount: number) => ({ duration: { amount, unit: 'days' }, zone: 'journey' }) as const;
const plan = planOf({
  conditions: { [hot]: { kind: 'score', atLeast: 60 } },
  ops: [
    { id: 'wait', kind: 'wait', spec: days(1), next: { done: 'judge' } },
    {
      id: 'judge',
      kind: 'branch',
      arms: [{ outcome: 'hot', key: hot }],
      otherwise: 'else',
      next: { hot: 'end', else: 'first' },
    },
    { id: 'first', ...mail, next: { done: 'pause', 'not-sent': 'end' } },
    { id: 'pause', kind: 'wait', spec: days(2), next: { done: 'second' } },
    { id: 'second', ...mail, next: { done: 'wait' } },
    { id: 'end', kind: 'end' },
  ],
});
const resting: PassageState = {
  enrollment: asId('e'),
  phase: 'resting',
  op: asId('wait'),
  visit: 1,
  visits: {},
  arrivedAt: start,
  arrivedEvent: 0,
  until: plus(start, dayMs),
};

function foresee({ holds, forDays = 10, outcome = 'done' }: Foreseen) {
  const sent: Instant[] = [];
  const stands = foreseeSends({
    plan,
    from: { state: resting, now: start },
    until: plus(start, forDays * dayMs),
    know: (state) => {
      const keys: readonly ConditionKey[] = asks({ plan, state }).conditions;
      if (keys.length > 0 && holds === undefined) return undefined;
      const answers = Object.fromEntries(keys.map((key) => [key, { holds: holds === true, seen: [] }]));
      return { answers, calendars: {}, leadZone: null, lastEvent: 0 };
    },
    send: ({ now }) => {
      sent.push(now);
      return { at: now, outcome };
    },
  });
  return { days: sent.map((at) => (at - start) / dayMs), stands };
}

interface Foreseen {
  readonly holds?: boolean;
  readonly forDays?: number;
  readonly outcome?: 'done' | 'not-sent';
}

describe('what is sent to a lead of whom nothing is heard', () => {
  it('is foreseen over branches and the waits between, up to the end of the time', () => {
    expect(foresee({ holds: false, forDays: 6 }).days).toEqual([1, 3, 4]);
    expect(foresee({ holds: true }).days).toEqual([]);
  });

  it('is not foreseen at the end of the time', () => {
    expect(foresee({ holds: false, forDays: 3 }).days).toEqual([1]);
  });

  it('follows what becomes of a mail', () => {
    expect(foresee({ holds: false, outcome: 'not-sent' }).days).toEqual([1]);
  });

  it('halts where an answer is lacking, so that one may go on from there', () => {
    const { days: none, stands } = foresee({});
    expect(none).toEqual([]);
    expect(stands).toMatchObject({ state: { op: 'judge', phase: 'moving' }, now: plus(start, dayMs) });
  });
});
