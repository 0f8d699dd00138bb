import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';

it('lets in whom a person picks', () => {
  const { problems, compile } = tryNode({ type: 'added-by-person', config: {} });
  expect(problems).toEqual([]);
  expect(compile().entry).toEqual({ node: 'n_tried', to: 'n_done', trigger: { kind: 'person' } });
});
