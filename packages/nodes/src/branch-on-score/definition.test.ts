import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';

const type = 'branch-on-score';
const bands = [
  { id: 'middle', from: 30 },
  { id: 'high', from: 60 },
];

it('asks the highest band first, in whatever order they stand', () => {
  const { problems, outcomes, compile } = tryNode({ type, config: { bands } });
  expect(problems).toEqual([]);
  expect(outcomes.map(({ label }) => label.ja)).toEqual(['30〜59', '60以上', '29以下']);
  const { ops, plan } = compile();
  const arms = ops[0]?.kind === 'branch' ? ops[0].arms : [];
  expect(arms.map(({ outcome, key }) => [outcome, plan.conditions[key]])).toEqual([
    ['high', { kind: 'score', atLeast: 60 }],
    ['middle', { kind: 'score', atLeast: 30 }],
  ]);
});

it('looks at one category where it is named', () => {
  const { plan } = tryNode({ type, config: { bands, category: 'cases' } }).compile();
  expect(Object.values(plan.conditions)).toContainEqual({ kind: 'score', category: 'cases', atLeast: 60 });
});

it('refuses two bands from the same number', () => {
  const twice = [...bands, { id: 'again', from: 60 }];
  expect(tryNode({ type, config: { bands: twice } }).problems).toMatchObject([{ path: ['bands', 2, 'from'] }]);
});
