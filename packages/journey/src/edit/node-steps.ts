import { edgeIdOf, type GraphNode } from '../graph/graph.ts';
import type { NodeId } from '../id.ts';
import type { Bench, Stepped } from './bench.ts';
import type { Command } from './command.ts';

type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** The single steps that commands are made of. Each changes the bench and says how to take it back, or refuses. */

export function addNode({ bench, node }: { bench: Bench; node: GraphNode }): Stepped {
  if (bench.graph.nodes[node.id] !== undefined) return { kind: 'node-exists', node: node.id };
  bench.put({ part: 'nodes', id: node.id, value: node });
  bench.undoBy({ kind: 'remove-nodes', nodes: [node.id], heal: false });
  return undefined;
}

export function moveNodes({ bench, command }: { bench: Bench; command: CommandOf<'move-nodes'> }): Stepped {
  const back: Record<NodeId, { x: number; y: number }> = {};
  for (const [key, position] of Object.entries(command.to)) {
    const node = bench.graph.nodes[key as NodeId];
    if (node === undefined) return { kind: 'node-missing', node: key as NodeId };
    back[node.id] = node.position;
    bench.put({ part: 'nodes', id: node.id, value: { ...node, position } });
  }
  bench.undoBy({ kind: 'move-nodes', to: back });
  return undefined;
}

export function renameNode({ bench, command }: { bench: Bench; command: CommandOf<'rename-node'> }): Stepped {
  const node = bench.graph.nodes[command.node];
  if (node === undefined) return { kind: 'node-missing', node: command.node };
  const { title: old, ...untitled } = node;
  const value = command.title === undefined ? untitled : { ...untitled, title: command.title };
  bench.put({ part: 'nodes', id: node.id, value });
  bench.undoBy({ kind: 'rename-node', node: node.id, ...(old === undefined ? {} : { title: old }) });
  return undefined;
}

export function connect({
  bench,
  from,
  outcome,
  to,
}: {
  bench: Bench;
  from: NodeId;
  outcome: string;
  to: NodeId;
}): Stepped {
  const absent = [from, to].find((node) => bench.graph.nodes[node] === undefined);
  if (absent !== undefined) return { kind: 'node-missing', node: absent };
  const id = edgeIdOf({ from, outcome });
  const old = bench.graph.edges[id];
  bench.put({ part: 'edges', id, value: { id, from, outcome, to } });
  bench.undoBy(old === undefined ? { kind: 'disconnect', edge: id } : { kind: 'connect', from, outcome, to: old.to });
  return undefined;
}

export function disconnect({ bench, command }: { bench: Bench; command: CommandOf<'disconnect'> }): Stepped {
  const edge = bench.graph.edges[command.edge];
  if (edge === undefined) return { kind: 'edge-missing', edge: command.edge };
  bench.drop({ part: 'edges', id: edge.id });
  bench.undoBy({ kind: 'connect', from: edge.from, outcome: edge.outcome, to: edge.to });
  return undefined;
}
