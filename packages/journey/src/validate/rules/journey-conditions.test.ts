import { expect, it } from 'vitest';
import type { Condition } from '../../condition/condition.ts';
import { problemsOf } from '../draw-graph.ts';

const half: Condition = { kind: 'all', of: [] };
const whole: Condition = { kind: 'score', atLeast: 50 };

const of = (settings: Parameters<typeof problemsOf>[0]['settings']) =>
  problemsOf({ nodes: { a: 'start' }, ...(settings === undefined ? {} : { settings }) }).filter(
    ({ rule }) => rule === 'journey-conditions',
  );

it('takes complete conditions', () => {
  expect(of({ exits: [{ id: 'x', title: '受注', condition: whole }], audience: whole })).toEqual([]);
});

it('names the exit whose condition is incomplete', () => {
  const exits = [
    { id: 'x', title: '', condition: whole },
    { id: 'y', title: '受注', condition: half },
  ];
  const [problem, ...more] = of({ exits });
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ severity: 'error', path: ['exits', 1, 'condition'] });
  expect(problem?.mend.ja).toContain('受注');
});

it('names the audience', () => {
  expect(of({ audience: half })).toMatchObject([{ path: ['audience'] }]);
});
