import type { Graph } from '../graph/graph.ts';
import { unreachable } from '../unreachable.ts';
import { Bench, type Stepped } from './bench.ts';
import type { Applied, Command } from './command.ts';
import { setConfig, setSetting } from './config-steps.ts';
import { addNode, connect, disconnect, moveNodes, renameNode } from './node-steps.ts';
import type { OutcomeCatalog } from './outcome-catalog.ts';
import { removeNodes } from './remove-nodes.ts';

/**
 * The graph with a command applied, and the command that takes it back exactly; or why it cannot be applied, and then
 * nothing has changed. Pure. The graph must be whole: no edge without its nodes (commands keep it so).
 */
export function applyCommand({
  graph,
  command,
  catalog,
}: {
  graph: Graph;
  command: Command;
  catalog: OutcomeCatalog;
}): Applied {
  const bench = new Bench(graph);
  const refusal = step({ bench, command, catalog });
  if (refusal !== undefined) return { kind: 'refused', refusal };
  return { kind: 'applied', graph: bench.graph, inverse: bench.inverse };
}

interface Step {
  readonly bench: Bench;
  readonly command: Command;
  readonly catalog: OutcomeCatalog;
}

function step({ bench, command, catalog }: Step): Stepped {
  switch (command.kind) {
    case 'add-node':
      return addNode({ bench, node: command.node });
    case 'remove-nodes':
      return removeNodes({ bench, command, catalog });
    case 'move-nodes':
      return moveNodes({ bench, command });
    case 'set-config':
      return setConfig({ bench, command });
    case 'rename-node':
      return renameNode({ bench, command });
    case 'connect':
      return connect({ bench, from: command.from, outcome: command.outcome, to: command.to });
    case 'disconnect':
      return disconnect({ bench, command });
    case 'insert-on-edge':
      return insertOnEdge({ bench, command });
    case 'paste':
      return firstRefusal([
        ...command.nodes.map((node) => () => addNode({ bench, node })),
        ...command.edges.map((edge) => () => connect({ ...edge, bench })),
      ]);
    case 'set-setting':
      return setSetting({ bench, command });
    case 'put-note':
    case 'remove-note':
    case 'put-group':
    case 'remove-group':
      return stepBeside({ bench, command });
    case 'batch':
      return firstRefusal(command.commands.map((one) => () => step({ bench, command: one, catalog })));
    default:
      return unreachable(command);
  }
}

function insertOnEdge({
  bench,
  command,
}: {
  bench: Bench;
  command: Extract<Command, { kind: 'insert-on-edge' }>;
}): Stepped {
  const edge = bench.graph.edges[command.edge];
  if (edge === undefined) return { kind: 'edge-missing', edge: command.edge };
  const { node, outcome } = command;
  const refusal = addNode({ bench, node });
  if (refusal !== undefined) return refusal;
  connect({ bench, from: edge.from, outcome: edge.outcome, to: node.id });
  return outcome === undefined ? undefined : connect({ bench, from: node.id, outcome, to: edge.to });
}

/** Notes and groups: they stand beside the journey and change nothing of its course. */
function stepBeside({
  bench,
  command,
}: {
  bench: Bench;
  command: Extract<Command, { kind: 'put-note' | 'remove-note' | 'put-group' | 'remove-group' }>;
}): Stepped {
  const { notes, groups, nodes } = bench.graph;
  switch (command.kind) {
    case 'put-note': {
      const { note } = command;
      const old = notes[note.id];
      bench.put({ part: 'notes', id: note.id, value: note });
      bench.undoBy(old === undefined ? { kind: 'remove-note', note: note.id } : { kind: 'put-note', note: old });
      return undefined;
    }
    case 'remove-note': {
      const old = notes[command.note];
      if (old === undefined) return { kind: 'thing-missing', id: command.note };
      bench.drop({ part: 'notes', id: old.id });
      bench.undoBy({ kind: 'put-note', note: old });
      return undefined;
    }
    case 'put-group': {
      const { group } = command;
      const absent = group.nodes.find((id) => nodes[id] === undefined);
      if (absent !== undefined) return { kind: 'node-missing', node: absent };
      const old = groups[group.id];
      bench.put({ part: 'groups', id: group.id, value: group });
      bench.undoBy(old === undefined ? { kind: 'remove-group', group: group.id } : { kind: 'put-group', group: old });
      return undefined;
    }
    case 'remove-group': {
      const old = groups[command.group];
      if (old === undefined) return { kind: 'thing-missing', id: command.group };
      bench.drop({ part: 'groups', id: old.id });
      bench.undoBy({ kind: 'put-group', group: old });
      return undefined;
    }
    default:
      return unreachable(command);
  }
}

function firstRefusal(steps: readonly (() => Stepped)[]): Stepped {
  for (const take of steps) {
    const refusal = take();
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
