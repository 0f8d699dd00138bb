import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryRun, changesOf, runStart } from '../../../../test/hosts/arbitrary-plan.ts';
import { asId } from '../id.ts';
import { asInstant } from '../time/instant.ts';
import { replay } from './replay.ts';
import type { ScriptedLead, Surrounding } from './script.ts';
import { stepThrough } from './step-through.ts';

const surrounding: Surrounding = {
  rules: { revision: 0, windowDays: 14, hotAt: 60, rules: [] },
  calendars: {},
  changesOf: ({ op }) => changesOf(op),
};
const until = asInstant(runStart + 400 * 86_400_000);

it('adds up what each lead does alone', () => {
  fc.assert(
    fc.property(arbitraryRun, fc.integer({ min: 1, max: 5 }), ({ plan, lead }, count) => {
      const leads = Array.from(
        { length: count },
        (_, number): ScriptedLead => ({ ...lead, enrollment: asId(`e${number}`) }),
      );
      const ways = leads.map((one) => stepThrough({ plan, lead: one, surrounding, until }));
      const { entered, inFlight, hops, nodes } = replay({ plan, leads, surrounding, until });
      expect(entered).toBe(count);
      expect(hops).toBe(ways.reduce((sum, { steps }) => sum + steps.length, 0));
      expect(inFlight).toBe(ways.filter(({ state }) => state.phase !== 'ended').length);
      const stuck = Object.values(nodes).reduce((sum, figures) => sum + figures.stuck, 0);
      expect(stuck).toBe(ways.filter((way) => way.stuck).length);
    }),
  );
});

it('counts the same whatever the order of leads', () => {
  fc.assert(
    fc.property(arbitraryRun, ({ plan, lead }) => {
      const leads = ['a', 'b', 'c'].map((id): ScriptedLead => ({ ...lead, enrollment: asId(id) }));
      const forth = replay({ plan, leads, surrounding, until });
      expect(replay({ plan, leads: leads.toReversed(), surrounding, until })).toEqual(forth);
    }),
  );
});

it('refuses a lead that came by a trigger the plan does not have', () => {
  const [run] = fc.sample(arbitraryRun, 1);
  if (run === undefined) throw new Error('no sample');
  const leads: ScriptedLead[] = [{ ...run.lead, enrollment: asId('e'), entry: asId('gone') }];
  expect(() => replay({ plan: run.plan, leads, surrounding, until })).toThrow('the plan has no trigger gone');
});
