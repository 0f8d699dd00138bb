import { emptyGraph, type GraphNode } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { placeBranchFreely } from './place-freely.ts';

const node = (id: string, position: { x: number; y: number }): GraphNode => ({
  ...{ id: asId<'node'>(id), type: 'wait', revision: 1, config: {} },
  position,
});
const drawn = [node('a', { x: 0, y: 0 }), node('b', { x: 0, y: 180 }), node('c', { x: 300, y: 180 })];
const graph = { ...emptyGraph, nodes: Object.fromEntries(drawn.map((one) => [one.id, one])) };

it('moves a whole branch to the right until none of its cards covers one that is there', () => {
  const branch = [node('a', { x: 0, y: 0 }), node('b', { x: 0, y: 180 })];
  const at = placeBranchFreely({ graph, branch, wished: { x: 30, y: 10 } });
  expect(at.y).toBe(10);
  for (const { position } of branch) {
    for (const there of drawn) {
      const apart = Math.abs(position.x + at.x - there.position.x) >= 212;
      expect(apart || Math.abs(position.y + at.y - there.position.y) >= 94).toBe(true);
    }
  }
});

it('leaves a branch where it is wished, where there is room', () => {
  expect(placeBranchFreely({ graph, branch: [node('a', { x: 5, y: 5 })], wished: { x: 900, y: 0 } })).toEqual({
    x: 900,
    y: 0,
  });
});
