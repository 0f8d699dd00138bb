import { asId } from '@sodate/journey/id';
import { simulate } from '@sodate/journey/simulate/simulate';
import { asInstant } from '@sodate/journey/time/instant';
import { describe, expect, it } from 'vitest';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { listResting } from './list-resting.ts';

const from = asInstant(Date.parse('2026-11-26T01:00:00Z'));
const mail = asId<'node'>('n0');
const external = { channel: 'mail', limitMs: 1, repeatable: false, onAmbiguous: 'go-on', attempts: 1 } as const;

describe('who has not come to an end in a trial', () => {
  it('is stuck where a mail fails and nothing is connected for that', () => {
    const plan = planOf({
      ops: [
        { id: 'n0', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'n1' } },
        { id: 'n1', kind: 'end' },
      ],
    });
    const guesses = { [mail]: { failed: 1 } };
    const simulation = simulate({ plan, count: 3, seed: 1, guesses, calendars: {}, from, until: from, spreadMs: 0 });
    expect(listResting({ simulation, plan })).toEqual([{ node: 'n0', people: 3, why: 'stuck' }]);
  });

  it('waits on where nothing need ever happen, or where it takes longer than is looked ahead', () => {
    const listen = { id: 'n0', kind: 'listen', conditions: [], next: {} } as const;
    const events = [{ outcome: 'read', pattern: { kind: 'page' } }] as const;
    const spec = { duration: { amount: 5, unit: 'days' }, zone: 'journey' } as const;
    const forEver = planOf({ ops: [{ ...listen, events }] });
    const limited = planOf({ ops: [{ ...listen, events: [], timeout: { outcome: 'late', spec } }] });
    const whyIn = (plan: typeof forEver) => {
      const given = { plan, count: 1, seed: 1, guesses: {}, calendars: {}, from, until: from, spreadMs: 0 };
      return listResting({ simulation: simulate(given), plan }).map(({ why }) => why);
    };
    expect(whyIn(forEver)).toEqual(['no-limit']);
    expect(whyIn(limited)).toEqual(['longer']);
  });
});
