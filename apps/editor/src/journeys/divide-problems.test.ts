import { asId } from '@sodate/journey/id';
import type { Problem } from '@sodate/journey/validate/problem';
import { expect, it } from 'vitest';
import { divideProblems } from './divide-problems.ts';

const none = { ja: '', en: '' };
const [fresh, old] = [asId<'node'>('fresh'), asId<'node'>('old')];

it('tells quietly only what is not filled in on a node just added', () => {
  const problem = (given: Partial<Problem> & { rule: string }): Problem => ({
    severity: 'error',
    message: none,
    mend: none,
    ...given,
  });
  const parts = divideProblems({
    problems: [
      problem({ rule: 'empty', node: fresh, unfilled: true }),
      problem({ rule: 'wrong', node: fresh }),
      problem({ rule: 'empty-long', node: old, unfilled: true }),
      problem({ rule: 'whole', unfilled: true }),
      problem({ rule: 'hint', node: fresh, severity: 'warning' }),
    ],
    fresh: new Set([fresh]),
  });
  expect(parts.unfilled.map(({ rule }) => rule)).toEqual(['empty']);
  expect(parts.error.map(({ rule }) => rule)).toEqual(['wrong', 'empty-long', 'whole']);
  expect(parts.warning.map(({ rule }) => rule)).toEqual(['hint']);
});
