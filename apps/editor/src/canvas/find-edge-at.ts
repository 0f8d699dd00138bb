import type { Edge, Graph, Position } from '@sodate/journey/graph/graph';
import { drawnOutcomes, entryPoint, exitPoint } from './node-geometry.ts';
import { type NodeTypeTable, outcomesOf } from './outcomes-of.ts';
import { distanceToStem, type Stem } from './stem-path.ts';

/** The edge under a point, at most `reach` away; the nearest of several. */
export function findEdgeAt({
  graph,
  types,
  point,
  reach,
}: {
  graph: Graph;
  types: NodeTypeTable;
  point: Position;
  reach: number;
}): Edge | undefined {
  let nearest: { edge: Edge; distance: number } | undefined;
  for (const edge of Object.values(graph.edges)) {
    const stem = stemOf({ edge, graph, types });
    if (stem === undefined) continue;
    const distance = distanceToStem({ stem, point });
    if (distance <= reach && (nearest === undefined || distance < nearest.distance)) nearest = { edge, distance };
  }
  return nearest?.edge;
}

/** Where an edge runs; undefined where one of its ends is gone. */
export function stemOf({ edge, graph, types }: { edge: Edge; graph: Graph; types: NodeTypeTable }): Stem | undefined {
  const from = graph.nodes[edge.from];
  const to = graph.nodes[edge.to];
  if (from === undefined || to === undefined) return undefined;
  const outcomes = drawnOutcomes({ node: from, outcomes: outcomesOf({ node: from, types, graph }), graph });
  return { from: exitPoint({ node: from, outcomes, outcome: edge.outcome }), to: entryPoint(to) };
}
