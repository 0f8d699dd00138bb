import { edgeIdOf, emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { findAlong, findBranch } from './find-branch.ts';

/** "a-b": an edge by the outcome "b". */
function drawn(...ways: readonly string[]): Graph {
  const ends = ways.map((way) => way.split('-').map(asId<'node'>));
  const nodes = ends.flat().map((id) => [id, { id, type: 'step', revision: 1, position: { x: 0, y: 0 }, config: {} }]);
  const edges = ends.map(([from = asId<'node'>(''), to = asId<'node'>('')]) => {
    const id = edgeIdOf({ from, outcome: to });
    return [id, { id, from, outcome: to as string, to }];
  });
  return { ...emptyGraph, nodes: Object.fromEntries(nodes), edges: Object.fromEntries(edges) };
}

const fork = drawn('start-fork', 'fork-left', 'fork-right', 'left-end', 'right-more', 'more-end', 'more-fork');
const sorted = (found: ReadonlySet<string>) => [...found].sort();

it('finds all that follows, loops once, and all that leads there', () => {
  expect(sorted(findAlong({ graph: fork, from: asId('left'), along: 'down' }))).toEqual(['end', 'left']);
  expect(sorted(findAlong({ graph: fork, from: asId('fork'), along: 'down' }))).toEqual([
    'end',
    'fork',
    'left',
    'more',
    'right',
  ]);
  expect(sorted(findAlong({ graph: fork, from: asId('fork'), along: 'up' }))).toEqual([
    'fork',
    'more',
    'right',
    'start',
  ]);
});

it('leaves out of a branch what is come to by another way', () => {
  expect(sorted(findBranch({ graph: fork, from: asId('right') }))).toEqual(['more', 'right']);
  expect(sorted(findBranch({ graph: drawn('a-b', 'b-c'), from: asId('b') }))).toEqual(['b', 'c']);
});
