import { emptySurroundings } from '@sodate/journey/graph/empty-surroundings';
import { edgeIdOf, emptyGraph, type Graph, type GraphNode } from '@sodate/journey/graph/graph';
import type { Surroundings } from '@sodate/journey/graph/node-contract';
import { asId } from '@sodate/journey/id';
import type { JsonObject } from '@sodate/journey/json';

const columns = 25;
const types = ['wait', 'send-mail', 'set-attribute', 'add-score', 'branch-on-score', 'change-stage'] as const;

/** What the nodes name. */
export const thousandSurroundings: Surroundings = {
  ...emptySurroundings,
  attributes: [{ of: 'lead', name: 'visits', title: { ja: '来訪', en: 'Visits' }, kind: 'number' }],
  mails: [{ id: 'm_1', name: 'Greeting', subject: 'Hello', ready: true, kind: 'marketing' }],
  sender: { postalAddress: '1-1 Chiyoda, Tokyo' },
};

/** Complete, and unlike the neighbours', as in a journey about to be published. */
function configOf({ type, index }: { type: (typeof types)[number]; index: number }): JsonObject {
  switch (type) {
    case 'wait':
      return { duration: { amount: 1 + (index % 90), unit: 'days' }, zone: 'journey' };
    case 'send-mail':
      return { mail: 'm_1' };
    case 'set-attribute':
      return { attribute: { of: 'lead', name: 'visits' }, value: index };
    case 'add-score':
      return { points: 1 + (index % 50), note: 'Visited' };
    case 'branch-on-score':
      return { bands: [{ id: 'band', from: 1 + (index % 90) }] };
    case 'change-stage':
      return { stage: 'mql' };
  }
}

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
      config: configOf({ type, index }),
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
