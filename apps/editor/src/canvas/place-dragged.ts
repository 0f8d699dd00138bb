import type { Command } from '@sodate/journey/edit/command';
import { edgeIdOf, type GraphNode, type Position } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { findEdgeAt } from './find-edge-at.ts';
import type { Layout } from './lay-out.ts';
import { cardHeight, cardWidth } from './node-geometry.ts';
import { type NodeTypeTable, outcomesOf } from './outcomes-of.ts';

/**
 * The command for cards and notes that were dragged and let go: one step. A single card without any edge that is let
 * go upon an edge is put in between. Undefined where nothing has moved.
 */
export function placeDragged({
  layout,
  types,
  dragged,
  reach,
}: {
  layout: Layout;
  types: NodeTypeTable;
  dragged: Readonly<Record<string, Position>>;
  reach: number;
}): Command | undefined {
  const { graph } = layout;
  const moves: Record<NodeId, Position> = {};
  const commands: Command[] = [];
  for (const [id, place] of Object.entries(dragged)) {
    const position = { x: Math.round(place.x), y: Math.round(place.y) };
    const note = Object.values(graph.notes).find((one) => one.id === id);
    if (note !== undefined) commands.push({ kind: 'change-note', note: note.id, change: { position } });
    const node = graph.nodes[id as NodeId];
    if (node === undefined) continue;
    if (node.position.x === position.x && node.position.y === position.y) continue;
    moves[node.id] = position;
  }
  const moved = Object.keys(moves);
  if (moved.length > 0) commands.push({ kind: 'move-nodes', to: moves });
  const [only, ...others] = moved.map((id) => graph.nodes[id as NodeId]);
  if (only !== undefined && others.length === 0) {
    const node = { ...only, position: moves[only.id] ?? only.position };
    commands.push(...dropOnEdge({ layout, types, node, reach }));
  }
  const [first, ...rest] = commands;
  if (first === undefined) return undefined;
  return rest.length === 0 ? first : { kind: 'batch', commands };
}

function dropOnEdge({
  layout,
  types,
  node,
  reach,
}: {
  layout: Layout;
  types: NodeTypeTable;
  node: GraphNode;
  reach: number;
}): readonly Command[] {
  const { graph } = layout;
  const joined = Object.values(graph.edges).some(({ from, to }) => from === node.id || to === node.id);
  if (joined || types.get(node.type)?.isTrigger === true) return [];
  const outcomes = outcomesOf({ node, types, graph });
  const middle = { x: node.position.x + cardWidth / 2, y: node.position.y + cardHeight(outcomes) / 2 };
  const edge = findEdgeAt({ layout, point: middle, reach });
  if (edge === undefined) return [];
  const into: Command = { kind: 'connect', from: edge.from, outcome: edge.outcome, to: node.id };
  const own = outcomes.find(({ optional }) => optional !== true) ?? outcomes[0];
  if (own === undefined || graph.edges[edgeIdOf({ from: node.id, outcome: own.id })] !== undefined) return [into];
  return [into, { kind: 'connect', from: node.id, outcome: own.id, to: edge.to }];
}
