import { emptyGraph, type GraphNode } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { listTargets } from './list-targets.ts';

const node = (id: string, [x, y]: readonly [number, number]): GraphNode => ({
  ...{ id: asId<'node'>(id), type: 'wait', revision: 1, config: {} },
  position: { x, y },
});
const from = node('here', [0, 200]);
// As they were drawn, one after another.
const nodes = [node('last', [0, 600]), node('right', [300, 400]), from, node('first', [0, 0]), node('left', [0, 400])];
const graph = { ...emptyGraph, nodes: Object.fromEntries(nodes.map((one) => [one.id, one])) };

it('lists what lies below in the order of the canvas, then what lies above', () => {
  expect(listTargets({ graph, types: new Map(), from }).map(({ id }) => id)).toEqual([
    'left',
    'right',
    'last',
    'first',
  ]);
});
