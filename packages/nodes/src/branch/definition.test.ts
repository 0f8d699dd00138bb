import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';

const type = 'branch';
const score = { kind: 'score', atLeast: 50 };
const config = {
  arms: [
    { id: 'hot', title: 'ホット', condition: score },
    { id: 'sql', condition: { kind: 'stage', oneOf: ['sql'] } },
  ],
};

it('takes the first exit that fits, in the order drawn, else the last', () => {
  const { problems, outcomes, compile } = tryNode({ type, config });
  expect(problems).toEqual([]);
  expect(outcomes.map(({ label }) => label.ja)).toEqual(['ホット', '条件に合う', 'それ以外']);
  const { ops, plan } = compile();
  const [op] = ops;
  expect(op).toMatchObject({ kind: 'branch', otherwise: 'else', next: { hot: 'n_hot', sql: 'n_sql', else: 'n_else' } });
  const arms = op?.kind === 'branch' ? op.arms : [];
  expect(arms.map(({ outcome, key }) => [outcome, plan.conditions[key]?.kind])).toEqual([
    ['hot', 'score'],
    ['sql', 'stage'],
  ]);
});

it('says its first condition on the card', () => {
  expect(tryNode({ type, config }).summary).toEqual({ ja: 'スコア50以上・ほか1件', en: 'score 50 or more, 1 more' });
});

it('asks for complete conditions, and says so on the card', () => {
  const { problems, summary } = tryNode({ type, config: { arms: [{ id: 'a', condition: { kind: 'all', of: [] } }] } });
  expect(problems).toMatchObject([{ path: ['arms', 0, 'condition'] }]);
  expect(summary.ja).toBe('条件がまだです');
});
