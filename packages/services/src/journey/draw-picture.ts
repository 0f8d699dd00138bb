import type { Graph } from '@sodate/journey/graph/graph';
import type { Family, NodeCatalog } from '@sodate/journey/graph/node-contract';
import { passedOver, type WayId } from '@sodate/journey/graph/way';
import type { NodeId } from '@sodate/journey/id';

/** A graph drawn small: where its nodes lie, how many leads rest there and pass between. */
export interface Picture {
  readonly nodes: readonly {
    readonly id: NodeId;
    readonly family: Family;
    /** 0 to 1: along the flow, and across it. */
    readonly along: number;
    readonly across: number;
    readonly here: number;
  }[];
  readonly edges: readonly { readonly from: NodeId; readonly to: NodeId; readonly count: number }[];
}

/** Without counts, nobody rests anywhere and all edges are equally thin. */
export function drawPicture({
  graph,
  catalog,
  counts,
}: {
  graph: Graph;
  catalog: NodeCatalog;
  counts?: {
    readonly nodes: Readonly<Record<NodeId, { readonly here: number }>>;
    readonly ways: Readonly<Record<WayId, number>>;
  };
}): Picture {
  const nodes = Object.values(graph.nodes);
  // Journeys are drawn downwards, pictures of them lie on their side.
  const along = scaleOf(nodes.map(({ position }) => position.y));
  const across = scaleOf(nodes.map(({ position }) => position.x));
  return {
    nodes: nodes.map((node) => ({
      id: node.id,
      family: catalog.get(node.type)?.family ?? 'data',
      along: along(node.position.y),
      across: across(node.position.x),
      here: counts?.nodes[node.id]?.here ?? 0,
    })),
    edges: Object.values(graph.edges).map((edge) => ({
      from: edge.from,
      to: edge.to,
      count: passedOver({ edge, ways: counts?.ways ?? {} }),
    })),
  };
}

/** Maps values between the least and the most to 0…1; all alike lie in the middle. */
function scaleOf(values: readonly number[]): (value: number) => number {
  const least = Math.min(...values);
  const most = Math.max(...values);
  return (value) => (most === least ? 0.5 : (value - least) / (most - least));
}
