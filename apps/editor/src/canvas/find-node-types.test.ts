import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { expect, it } from 'vitest';
import { findNodeTypes } from './find-node-types.ts';

const types = loadNodeTypes().described;
const found = (query: string) => findNodeTypes({ types, query }).map(({ type }) => type);

it.each([
  ['points', 'add-score'],
  ['加点', 'add-score'],
  ['Wait', 'wait'],
  ['待つ', 'wait'],
])('finds by %s first what is called so, in full or in short', (query, type) => {
  const [first] = found(query);
  expect(first).toBe(type);
});

it('finds by what a node is for, behind those that are called so', () => {
  const waits = found('points');
  expect(waits.indexOf('wait-for')).toBeGreaterThan(waits.indexOf('add-score'));
});

it('finds nothing by a word that nothing bears', () => {
  expect(found('zebra')).toEqual([]);
});
