import { asId } from '@sodate/journey/id';
import { sameText } from '@sodate/journey/text';
import type { Problem } from '@sodate/journey/validate/problem';
import { expect, it } from 'vitest';
import { divideCard } from './divide-card.ts';

const summary = sameText('3 days');
const problem: Problem = {
  rule: 'config',
  severity: 'error',
  node: asId('n_1'),
  message: sameText('not set'),
  mend: sameText('Set it.'),
};
const card = { summary, problem, isMissing: false, isLive: true };

it('shows what is wrong below the settings, in the place of the numbers', () => {
  expect(divideCard(card)).toEqual({ line: summary, shownProblem: problem });
  expect(divideCard({ ...card, problem: undefined })).toEqual({ line: summary, shownProblem: undefined });
});

it('keeps the numbers of a live card that is only warned of', () => {
  const warning = { ...problem, severity: 'warning' } as const;
  expect(divideCard({ ...card, problem: warning }).shownProblem).toBeUndefined();
  expect(divideCard({ ...card, problem: warning, isLive: false }).shownProblem).toBe(warning);
});

it('says of a live card that its type is missing where its settings would stand, and who waits there below', () => {
  const missing = { ...card, summary: sameText(''), isMissing: true };
  expect(divideCard(missing)).toEqual({ line: problem.message, shownProblem: undefined });
  expect(divideCard({ ...missing, isLive: false }).shownProblem).toBe(problem);
});
