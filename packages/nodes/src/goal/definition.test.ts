import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';

const type = 'goal';
const won = { kind: 'handoff', outcome: 'won' };

it('is reached on arrival', () => {
  const { problems, compile } = tryNode({ type, config: {} });
  expect(problems).toEqual([]);
  const { ops, plan } = compile();
  expect(ops).toMatchObject([{ kind: 'goal', next: {} }]);
  expect(plan.goals).toEqual([]);
});

it('holds everywhere where it has a condition, and needs no edge then', () => {
  const { summary, compile, contract } = tryNode({ type, config: { condition: won } });
  expect(summary.ja).toBe('受注した');
  const { plan } = compile();
  expect(plan.goals.map(({ node, key }) => [node, plan.conditions[key]])).toEqual([['n_tried', won]]);
  expect(contract.standsAlone?.({ condition: won })).toBe(true);
  expect(contract.standsAlone?.({})).toBe(false);
});

it('asks for a complete condition', () => {
  const { problems } = tryNode({ type, config: { condition: { kind: 'any', of: [] } } });
  expect(problems).toMatchObject([{ path: ['condition'] }]);
});
