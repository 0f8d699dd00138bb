import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';

it('ends the passage', () => {
  const { outcomes, problems, compile } = tryNode({ type: 'end', config: {} });
  expect(outcomes).toEqual([]);
  expect(problems).toEqual([]);
  expect(compile().ops).toMatchObject([{ kind: 'end', next: {} }]);
});
