import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';

const type = 'split';
const arms = (one: number, other: number) => [
  { id: 'a', title: 'A', weight: one },
  { id: 'b', title: 'B', weight: other },
];

it('divides by weights', () => {
  const { problems, outcomes, compile, contract } = tryNode({ type, config: { arms: arms(1, 3) } });
  expect(problems).toEqual([]);
  expect(outcomes.map(({ label }) => label.en)).toEqual(['A 25%', 'B 75%']);
  expect(compile().ops).toMatchObject([
    {
      kind: 'split',
      arms: [
        { outcome: 'a', weight: 1 },
        { outcome: 'b', weight: 3 },
      ],
      next: { a: 'n_a', b: 'n_b' },
    },
  ]);
  expect(contract.guess({ arms: arms(1, 3) })).toEqual({ a: 0.25, b: 0.75 });
});

it('refuses shares that are all 0, or fewer than two ways', () => {
  expect(tryNode({ type, config: { arms: arms(0, 0) } }).problems).toMatchObject([{ path: ['arms'] }]);
  expect(tryNode({ type, config: { arms: arms(1, 1).slice(1) } }).problems).toMatchObject([
    { path: ['arms'], mend: { en: '“Exits” must be at least 2.' } },
  ]);
});
