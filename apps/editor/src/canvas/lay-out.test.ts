import { edgeIdOf, emptyGraph, type Graph, type Position } from '@sodate/journey/graph/graph';
import { asId, type NodeId } from '@sodate/journey/id';
import { describe, expect, it } from 'vitest';
import { type Layout, layOut } from './lay-out.ts';
import { samplesOf } from './stem-path.ts';

type Places = Readonly<Record<string, readonly [x: number, y: number]>>;

function drawn({
  places,
  ways,
  group = [],
}: {
  places: Places;
  ways: readonly string[];
  group?: readonly string[];
}): Graph {
  const nodes = Object.entries(places).map(([name, [x, y]]) => {
    const id = asId<'node'>(name);
    const position: Position = { x, y };
    return [id, { id, type: 'gone', revision: 1, position, config: {} }];
  });
  const edges = ways.map((way) => {
    const [from = asId<'node'>(''), to = asId<'node'>('')] = way.split('-').map(asId<'node'>);
    const id = edgeIdOf({ from, outcome: to });
    return [id, { id, from, outcome: to as string, to }];
  });
  const groups =
    group.length === 0 ? {} : { g: { id: asId<'group'>('g'), title: 'G', nodes: group.map(asId<'node'>) } };
  return { ...emptyGraph, nodes: Object.fromEntries(nodes), edges: Object.fromEntries(edges), groups };
}

function placed({ graph, folded = false }: { graph: Graph; folded?: boolean }): Layout {
  return layOut({ graph, types: new Map(), collapsed: new Set(folded ? [asId<'group'>('g')] : []) });
}

/** Cards that an edge runs through, its own ends left out. */
function crossed(layout: Layout): readonly string[] {
  return layout.edges.flatMap(({ edge, stem }) => {
    const others = [...layout.cards.values()].filter(({ node }) => node.id !== edge.from && node.id !== edge.to);
    return others
      .filter(({ box }) =>
        samplesOf(stem).some(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom),
      )
      .map(({ node }) => `${edge.id} through ${node.id}`);
  });
}

describe('edges', () => {
  it('run straight where nothing is in the way', () => {
    const [edge] = placed({ graph: drawn({ places: { a: [0, 0], b: [0, 106] }, ways: ['a-b'] }) }).edges;
    expect(edge?.stem.via).toBeUndefined();
    expect(edge?.stem).toMatchObject({ from: { x: 106, y: 72 }, to: { x: 106, y: 106 } });
  });

  it('go around a card that stands between', () => {
    const places: Places = { a: [0, 0], b: [0, 120], c: [0, 260] };
    const layout = placed({ graph: drawn({ places, ways: ['a-b', 'b-c', 'a-c'] }) });
    expect(crossed(layout)).toEqual([]);
    expect(layout.edges.find(({ edge }) => edge.id === 'a/c')?.stem.via?.x).not.toBe(106);
  });

  it('pass through the gap of a row, and around a block of rows', () => {
    const row: Places = { a: [0, 0], b: [-116, 130], c: [116, 130], d: [0, 290] };
    expect(crossed(placed({ graph: drawn({ places: row, ways: ['a-d'] }) }))).toEqual([]);
    const block: Places = { ...row, e: [0, 290], d: [0, 430], f: [348, 130], g: [-348, 290] };
    expect(crossed(placed({ graph: drawn({ places: block, ways: ['a-d'] }) }))).toEqual([]);
  });

  it('lead back up beside the cards between', () => {
    const places: Places = { a: [0, 0], b: [0, 120], c: [30, 240] };
    const layout = placed({ graph: drawn({ places, ways: ['a-b', 'b-c', 'c-a'] }) });
    expect(crossed(layout)).toEqual([]);
    const back = layout.edges.find(({ edge }) => edge.id === 'c/a');
    const heights = back === undefined ? [] : samplesOf(back.stem).map(({ y }) => y);
    // It leaves downwards and arrives from above, as every edge does.
    expect([Math.max(...heights) > 240 + 72, Math.min(...heights) < 0]).toEqual([true, true]);
  });

  it.each<readonly [x: number, y: number]>([
    [-284, 106],
    [-284, 95],
    [-284, 80],
    [-284, 0],
    [284, 106],
    [284, 40],
    [150, 102],
    [-284, -200],
    [0, -200],
  ])('hide behind neither of their own cards, with the next one at %i, %i', (x, y) => {
    const layout = placed({ graph: drawn({ places: { a: [0, 0], b: [x, y], c: [0, 300] }, ways: ['a-b', 'a-c'] }) });
    const way = layout.edges.find(({ edge }) => edge.id === 'a/b');
    const own = ['a', 'b'].map((id) => layout.cards.get(asId<'node'>(id))?.box);
    const hidden = samplesOf(way?.stem ?? { from: { x: 0, y: 0 }, to: { x: 0, y: 0 } }).filter((at) =>
      own.some((box) => box && at.x > box.left && at.x < box.right && at.y > box.top + 1 && at.y < box.bottom - 1),
    );
    expect(hidden).toEqual([]);
  });

  it('are taken over where nothing has moved', () => {
    const graph = drawn({ places: { a: [0, 0], b: [0, 106] }, ways: ['a-b'] });
    const before = placed({ graph });
    const a = asId<'node'>('a');
    const node = graph.nodes[a];
    if (node === undefined) throw new Error('no node');
    const titled = { ...graph, nodes: { ...graph.nodes, [a]: { ...node, title: 'new' } } };
    const moved = { ...graph, nodes: { ...graph.nodes, [a]: { ...node, position: { x: 9, y: 0 } } } };
    const again = (next: Graph) => layOut({ graph: next, types: new Map(), collapsed: new Set(), before });
    expect(again(titled).edges).toBe(before.edges);
    expect(again(moved).edges[0]?.stem.from.x).toBe(115);
  });
});

describe('groups', () => {
  const places: Places = { a: [0, 0], b: [0, 120], c: [240, 120], d: [0, 260] };
  const graph = drawn({ places, ways: ['a-b', 'a-c', 'b-d', 'c-d'], group: ['b', 'c'] });

  it('stand as a frame around their nodes', () => {
    const layout = placed({ graph });
    expect(layout.groups[0]?.box).toEqual({ left: -16, top: 82, right: 468, bottom: 208 });
    expect(layout.cards.size).toBe(4);
  });

  it('fold into one card, with one line for all edges on each side', () => {
    const layout = placed({ graph, folded: true });
    expect([...layout.cards.keys()]).toEqual(['a', 'd']);
    expect(layout.edges.map(({ source, handle, target, also }) => [source, handle, target, also.length])).toEqual([
      ['a', 'b', 'g', 0],
      ['a', 'c', 'g', 0],
      ['g', 'out', 'd', 1],
    ]);
    expect(layout.hiddenIn.get('b' as NodeId)?.group.id).toBe('g');
  });
});
