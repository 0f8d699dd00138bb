import { edgeIdOf, emptyGraph, type Graph, type GraphNode } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';

const columns = 25;
const types = ['wait', 'send-mail', 'set-attribute', 'add-score', 'branch-on-score', 'change-stage'] as const;

const fork = { bands: [{ id: 'band', from: 50 }] };

/** A thousand nodes in columns, each leading to the one below and every sixth to a neighbour: the size of a large journey. */
export function thousandNodes(): Graph {
  const nodes = Array.from({ length: 1_000 }, (_, index): GraphNode => {
    const position = { x: (index % columns) * 276, y: Math.floor(index / columns) * 140 };
    const type = types[index % types.length] ?? 'wait';
    return {
      id: asId(`n_${index}`),
      type,
      revision: 1,
      title: `Node ${index}`,
      position,
      config: type === 'branch-on-score' ? fork : {},
    };
  });
  const ways = nodes.flatMap(({ id, type }, index) => {
    const below = nodes[index + columns];
    const aside = nodes[index + columns + 1];
    const down =
      below === undefined ? [] : [{ from: id, outcome: type === 'branch-on-score' ? 'else' : 'done', to: below.id }];
    return aside === undefined || type !== 'branch-on-score'
      ? down
      : [...down, { from: id, outcome: 'band', to: aside.id }];
  });
  return {
    ...emptyGraph,
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    edges: Object.fromEntries(ways.map((way) => [edgeIdOf(way), { id: edgeIdOf(way), ...way }])),
  };
}
