import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { sumCalls, sumOutlook } from './sum-outlook.ts';

const [wait, mail] = [asId<'node'>('n_wait'), asId<'node'>('n_mail')];
const outlook = { finish: [0, 4, 0], follow: [0, 0.4, 6.4], goOnNow: [2, 2, 6], leads: [1, 9, 2] };
const follows = { kind: 'follow', past: 'keep-old' } as const;
const nodes = [
  { node: wait, leads: 21, testLeads: 1, standard: follows, outlook },
  { node: mail, leads: 3, testLeads: 0, standard: { kind: 'finish' }, outlook: { ...outlook, finish: [1, 0, 0.2] } },
] as const;
const whole = { arriving: { [mail]: 1.5 } };

it.each([
  ['what happens unless something else is chosen', {}, [1, 0, 7]],
  ['those who finish on the old version at its times', { [wait]: { kind: 'finish' } }, [1, 4, 0]],
  ['those who go on at once', { [wait]: { kind: 'follow', past: 'go-on-now' } }, [3, 2, 6]],
  ['those moved at their old times', { [wait]: { kind: 'move', to: mail, at: 'old-time' } }, [3, 14, 3]],
  [
    'those moved now, all in the first hour, test leads left out',
    { [wait]: { kind: 'move', to: mail, at: 'now' } },
    [31, 0, 0],
  ],
] as const)('counts the mails of each hour by what was chosen: %s', (...[, choices, hours]) => {
  expect(sumOutlook({ whole, nodes, choices })).toEqual(hours);
});

it('is empty where nobody is under way', () => {
  expect(sumOutlook({ whole, nodes: [], choices: {} })).toEqual([]);
});

it('sums the calls by what was chosen, and tells none made from none expected', () => {
  const hours = { finish: [3, 0, 0], follow: [0, 1, 0], goOnNow: [0, 0, 0] };
  const held = nodes.map((one) => ({ ...one, outlook: { ...one.outlook, calls: hours } }));
  const calling = { calls: { arriving: { [mail]: 2 } } };
  expect(sumCalls({ whole: calling, nodes: held, choices: {} })).toBe(1 + 3);
  expect(sumCalls({ whole: calling, nodes: held, choices: { [wait]: { kind: 'move', to: mail, at: 'now' } } })).toBe(
    43,
  );
  expect(sumCalls({ whole: calling, nodes: [], choices: {} })).toBe(0);
  expect(sumCalls({ whole: { calls: null }, nodes: held, choices: {} })).toBeUndefined();
});
