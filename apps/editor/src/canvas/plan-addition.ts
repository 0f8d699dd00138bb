import type { Command } from '@sodate/journey/edit/command';
import type { DescribedNode } from '@sodate/journey/graph/described-node';
import type { EdgeId, Graph, GraphNode, Position } from '@sodate/journey/graph/graph';
import { edgeIdOf } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { makeRoom } from './make-room.ts';
import { cardHeight, cardWidth, drawnOutcomes, exitPoint } from './node-geometry.ts';
import { type NodeTypeTable, outcomesOf } from './outcomes-of.ts';
import { placeFreely } from './place-freely.ts';

/** Where a new node shall go. */
export type Spot =
  /** Its middle at this point, connected to nothing. */
  | { readonly kind: 'point'; readonly at: Position }
  /** Behind a node: at its next free outcome, or at the one named. */
  | { readonly kind: 'after'; readonly node: NodeId; readonly outcome?: string; readonly at?: Position }
  | { readonly kind: 'edge'; readonly edge: EdgeId; readonly at?: Position };

export const gapInLine = 34;
export const gapUnderFork = 44;

/** The command that adds a node of a type at a spot, connected as one would expect. One step of undo. */
export function planAddition({
  graph,
  types,
  node,
  described,
  spot,
}: {
  graph: Graph;
  types: NodeTypeTable;
  /** The new node; its position is set here. */
  node: Omit<GraphNode, 'position'>;
  described: DescribedNode;
  spot: Spot;
}): Command {
  const put = (position: Position): GraphNode => ({ ...node, position });
  switch (spot.kind) {
    case 'point': {
      const at = { x: spot.at.x - cardWidth / 2, y: spot.at.y - 36 };
      return { kind: 'add-node', node: put(snap(at)) };
    }
    case 'after':
      return planAfter({ graph, types, described, put, spot });
    case 'edge':
      return planOnEdge({ graph, types, described, put, spot });
  }
}

interface Planning<S extends Spot> {
  readonly graph: Graph;
  readonly types: NodeTypeTable;
  readonly described: DescribedNode;
  readonly put: (position: Position) => GraphNode;
  readonly spot: S;
}

function planAfter({ graph, types, described, put, spot }: Planning<Extract<Spot, { kind: 'after' }>>): Command {
  const before = graph.nodes[spot.node];
  if (before === undefined) return { kind: 'add-node', node: put({ x: 0, y: 0 }) };
  const outcomes = drawnOutcomes({ node: before, outcomes: outcomesOf({ node: before, types, graph }), graph });
  const free = outcomes.find(({ id }) => graph.edges[edgeIdOf({ from: before.id, outcome: id })] === undefined);
  const outcome = spot.outcome ?? free?.id;
  const only = outcomes.length === 1 ? outcomes[0] : undefined;
  if (outcome === undefined && only !== undefined && !described.isTrigger) {
    const edge = edgeIdOf({ from: before.id, outcome: only.id });
    return planOnEdge({ graph, types, described, put, spot: { kind: 'edge', edge } });
  }
  const gap = outcomes.length > 1 ? gapUnderFork : gapInLine;
  const leaves = exitPoint({ node: before, outcomes, outcome: outcome ?? '' });
  const wished = { x: leaves.x - cardWidth / 2, y: before.position.y + cardHeight(outcomes) + gap };
  const dropped = spot.at === undefined ? undefined : { x: spot.at.x - cardWidth / 2, y: spot.at.y };
  const position = dropped === undefined ? placeFreely({ graph, wished: snap(wished) }) : snap(dropped);
  const add: Command = { kind: 'add-node', node: put(position) };
  if (outcome === undefined || described.isTrigger) return add;
  const connect: Command = { kind: 'connect', from: before.id, outcome, to: add.node.id };
  return { kind: 'batch', commands: [add, connect] };
}

function planOnEdge({ graph, types, described, put, spot }: Planning<Extract<Spot, { kind: 'edge' }>>): Command {
  const edge = graph.edges[spot.edge];
  const from = edge && graph.nodes[edge.from];
  const to = edge && graph.nodes[edge.to];
  if (edge === undefined || from === undefined || to === undefined) {
    return { kind: 'add-node', node: put(snap(spot.at ?? { x: 0, y: 0 })) };
  }
  const before = drawnOutcomes({ node: from, outcomes: outcomesOf({ node: from, types, graph }), graph });
  const top = from.position.y + cardHeight(before) + (before.length > 1 ? gapUnderFork : gapInLine);
  const leaves = exitPoint({ node: from, outcomes: before, outcome: edge.outcome });
  const x = before.length > 1 ? leaves.x - cardWidth / 2 : from.position.x;
  const node = put(snap({ x: before.length > 1 ? to.position.x : x, y: top }));
  const outcomes = outcomesOf({ node, types, graph });
  const own = outcomes.find(({ optional }) => optional !== true) ?? outcomes[0];
  const insert: Command = {
    kind: 'insert-on-edge',
    edge: edge.id,
    node,
    ...(own === undefined ? {} : { outcome: own.id }),
  };
  if (described.isTrigger) return { kind: 'add-node', node };
  const bottom = top + cardHeight(outcomes) + (outcomes.length > 1 ? gapUnderFork : gapInLine);
  const moves = makeRoom({ graph, from: to.id, downTo: bottom });
  return moves === undefined ? insert : { kind: 'batch', commands: [insert, moves] };
}

/** Whole pixels, so that straight stems stay straight. */
function snap({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) };
}
