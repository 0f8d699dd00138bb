import { emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import { expect, it } from 'vitest';
import { isByHandOnly } from './is-by-hand-only.ts';

const types = new Map([
  ['added-by-person', { isTrigger: true }],
  ['form-submitted', { isTrigger: true }],
  ['wait', { isTrigger: false }],
]);

function graphOf(...names: string[]): Graph {
  const nodes = names.map((type) => [type, { id: type, type, revision: 1, position: { x: 0, y: 0 }, config: {} }]);
  return { ...emptyGraph, nodes: Object.fromEntries(nodes) };
}

it('tells a journey that only people add leads to', () => {
  expect(isByHandOnly({ graph: graphOf('added-by-person', 'wait'), types })).toBe(true);
  expect(isByHandOnly({ graph: graphOf('added-by-person', 'form-submitted'), types })).toBe(false);
  expect(isByHandOnly({ graph: graphOf('wait'), types })).toBe(false);
});
