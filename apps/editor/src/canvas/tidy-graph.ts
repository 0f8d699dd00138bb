import dagre from '@dagrejs/dagre';
import type { Command } from '@sodate/journey/edit/command';
import type { Graph, GraphNode, Position } from '@sodate/journey/graph/graph';
import { edgeIdOf } from '@sodate/journey/graph/graph';
import type { Outcome } from '@sodate/journey/graph/node-contract';
import type { NodeId } from '@sodate/journey/id';
import { countCrossings } from './count-crossings.ts';
import { cardHeight, cardWidth, drawnOutcomes, entryPoint, exitPoint } from './node-geometry.ts';
import { type NodeTypeTable, outcomesOf } from './outcomes-of.ts';

interface Card {
  readonly node: GraphNode;
  readonly outcomes: readonly Outcome[];
}

type Places = Readonly<Record<NodeId, Position>>;

/** Lays all nodes out from above down, edges in the order of their outcomes. One step of undo. Load it lazily. */
export function tidyGraph({
  graph,
  types,
}: {
  graph: Graph;
  types: NodeTypeTable;
}): Extract<Command, { kind: 'move-nodes' }> {
  const cards = Object.values(graph.nodes)
    .sort((one, other) => one.position.x - other.position.x)
    .map((node) => ({ node, outcomes: drawnOutcomes({ node, outcomes: outcomesOf({ node, types, graph }), graph }) }));
  // Dagre knows a card's outcomes no place: of what it can do, the one with the fewest crossings as drawn is taken.
  const ways = [false, true].map((inOrder) => layOutCards({ cards, graph, inOrder }));
  const [first = {}, ...others] = ways.flatMap((places) => [places, mirrored(places)]);
  const crossings = (places: Places) => countCrossings(linesOf({ cards, graph, places }));
  const to = others.reduce((best, next) => (crossings(next) < crossings(best) ? next : best), first);
  return { kind: 'move-nodes', to };
}

/** @param inOrder children stand in the order of the outcomes that lead to them, even where fewer edges could cross */
function layOutCards({ cards, graph, inOrder }: { cards: readonly Card[]; graph: Graph; inOrder: boolean }): Places {
  const layout = new dagre.graphlib.Graph({ multigraph: true });
  layout.setGraph({ rankdir: 'TB', nodesep: 20, ranksep: 42, edgesep: 20, marginx: 0, marginy: 0 });
  for (const { node, outcomes } of cards) {
    layout.setNode(node.id, { width: cardWidth, height: cardHeight(outcomes) });
    for (const { id } of outcomes) {
      const edge = graph.edges[edgeIdOf({ from: node.id, outcome: id })];
      if (edge !== undefined) layout.setEdge(edge.from, edge.to, {}, edge.outcome);
    }
  }
  dagre.layout(layout, { disableOptimalOrderHeuristic: inOrder });
  const places: Record<NodeId, Position> = {};
  for (const { node } of cards) {
    const { x, y, height } = layout.node(node.id) as { x: number; y: number; height: number };
    places[node.id] = { x: Math.round(x - cardWidth / 2), y: Math.round(y - height / 2) };
  }
  return places;
}

function mirrored(places: Places): Places {
  const all = Object.entries(places) as [NodeId, Position][];
  const right = Math.max(0, ...all.map(([, { x }]) => x));
  return Object.fromEntries(all.map(([id, { x, y }]) => [id, { x: right - x, y }]));
}

function linesOf({ cards, graph, places }: { cards: readonly Card[]; graph: Graph; places: Places }) {
  const at = (node: GraphNode): GraphNode => ({ ...node, position: places[node.id] ?? node.position });
  return cards.flatMap(({ node, outcomes }) =>
    outcomes.flatMap(({ id }) => {
      const edge = graph.edges[edgeIdOf({ from: node.id, outcome: id })];
      const target = edge === undefined ? undefined : graph.nodes[edge.to];
      if (target === undefined) return [];
      return [{ from: exitPoint({ node: at(node), outcomes, outcome: id }), to: entryPoint(at(target)) }];
    }),
  );
}
