import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type NodeId } from '../id.ts';
import { edgeIdOf, emptyGraph, type Graph } from './graph.ts';
import type { NodeCatalog, NodeContract } from './node-contract.ts';
import { orderNodes } from './order-nodes.ts';

/** Only what the order asks of a type. */
function contract(given: Partial<NodeContract>): NodeContract {
  return given as NodeContract;
}

const exits = ['first', 'second', 'third'];
const outcomes = () => exits.map((id) => ({ id, label: { ja: id, en: id } }));
const catalog: NodeCatalog = new Map([
  ['trigger', contract({ isTrigger: true, outcomes })],
  ['step', contract({ isTrigger: false, outcomes })],
]);

type Way = readonly [from: number, outcome: number, to: number];

function drawGraph({ types, ways }: { types: readonly string[]; ways: readonly Way[] }): Graph {
  const id = (index: number) => asId<'node'>(`n${index}`);
  const nodes = types.map((type, index) => ({
    id: id(index),
    type,
    revision: 1,
    position: { x: 0, y: index },
    config: {},
  }));
  const edges = ways.map(([from, exit, to]) => ({ from: id(from), outcome: exits[exit] ?? 'unknown', to: id(to) }));
  return {
    ...emptyGraph,
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    edges: Object.fromEntries(edges.map((edge) => [edgeIdOf(edge), { ...edge, id: edgeIdOf(edge) }])),
  };
}

function numberOf(id: NodeId): number {
  return Number(id.slice(1));
}

function order(given: { types: readonly string[]; ways: readonly Way[] }): readonly NodeId[] {
  return orderNodes({ graph: drawGraph(given), catalog });
}

describe('a journey in words', () => {
  it('tells each branch to its end before the next, and what both lead to after them', () => {
    const types = ['step', 'step', 'step', 'step', 'trigger'];
    // The trigger forks: first to 3, second to 1; both meet in 0; 2 stands alone.
    const ways: Way[] = [
      [4, 1, 1],
      [4, 0, 3],
      [3, 0, 0],
      [1, 0, 0],
    ];
    expect(order({ types, ways })).toEqual(['n4', 'n3', 'n1', 'n0', 'n2']);
  });

  it('comes to an end in loops, also where nothing leads into one', () => {
    const types = ['trigger', 'step', 'step', 'step'];
    const ways: Way[] = [
      [0, 0, 1],
      [1, 0, 0],
      [2, 0, 3],
      [3, 0, 2],
    ];
    expect(order({ types, ways })).toEqual(['n0', 'n1', 'n2', 'n3']);
  });

  it('does not mind a chain longer than the stack', () => {
    const length = 20_000;
    const types = Array.from({ length }, (_, index) => (index === 0 ? 'trigger' : 'step'));
    const ways = types.slice(1).map((_, index): Way => [index, 0, index + 1]);
    expect(order({ types, ways }).at(-1)).toBe(`n${length - 1}`);
  });

  const arbitraryGraph = fc.integer({ min: 1, max: 12 }).chain((count) =>
    fc.record({
      types: fc.array(fc.constantFrom('trigger', 'step', 'not-installed'), { minLength: count, maxLength: count }),
      ways: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(3), fc.nat(count)), { maxLength: 30 }),
    }),
  );

  it('names each node exactly once, whatever was drawn', () => {
    fc.assert(
      fc.property(arbitraryGraph, (given) => {
        expect([...order(given)].sort()).toEqual(given.types.map((_, index) => `n${index}`).sort());
      }),
    );
  });

  it('names a node after all that lead to it on the way from a trigger, where nothing loops', () => {
    fc.assert(
      fc.property(arbitraryGraph, ({ types, ways }) => {
        // A trigger has no way in.
        const onward = ways.filter(([from, , to]) => from < to && to < types.length && types[to] !== 'trigger');
        const graph = drawGraph({ types, ways: onward });
        const reached = new Set(types.flatMap((type, index) => (type === 'trigger' ? [`n${index}`] : [])));
        const inOrder = Object.values(graph.edges).sort((one, other) => numberOf(one.from) - numberOf(other.from));
        for (const { from, to } of inOrder) if (reached.has(from)) reached.add(to);
        const place = new Map(orderNodes({ graph, catalog }).map((id, index) => [id, index]));
        for (const { from, to } of inOrder.filter((edge) => reached.has(edge.from))) {
          expect(place.get(from)).toBeLessThan(place.get(to) ?? -1);
        }
      }),
    );
  });
});
