import { asId } from '@sodate/journey/id';
import type { Problem } from '@sodate/journey/validate/problem';
import { expect, it } from 'vitest';
import { worstProblems } from './worst-problems.ts';

const none = { ja: '', en: '' };

function problem({ node, severity, rule }: { node?: string; severity: Problem['severity']; rule: string }): Problem {
  return { rule, severity, message: none, mend: none, ...(node === undefined ? {} : { node: asId<'node'>(node) }) };
}

it('shows the first error of a node, else its first warning, and nothing for the journey as a whole', () => {
  const worst = worstProblems([
    problem({ severity: 'error', rule: 'whole' }),
    problem({ node: 'a', severity: 'warning', rule: 'hint' }),
    problem({ node: 'a', severity: 'error', rule: 'first' }),
    problem({ node: 'a', severity: 'error', rule: 'second' }),
    problem({ node: 'b', severity: 'warning', rule: 'one' }),
    problem({ node: 'b', severity: 'warning', rule: 'two' }),
    { ...problem({ node: 'c', severity: 'error', rule: 'empty' }), unfilled: true },
    problem({ node: 'c', severity: 'error', rule: 'wrong' }),
  ]);
  expect([...worst].map(([node, { rule }]) => [node, rule])).toEqual([
    ['a', 'first'],
    ['b', 'one'],
    ['c', 'wrong'],
  ]);
});
