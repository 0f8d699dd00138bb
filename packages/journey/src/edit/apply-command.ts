import type { Graph } from '../graph/graph.ts';
import { unreachable } from '../unreachable.ts';
import { Bench, type Stepped } from './bench.ts';
import type { Applied, Command } from './command.ts';
import { setConfig, setSetting } from './config-steps.ts';
import { addNode, connect, disconnect, moveNodes, renameNode } from './node-steps.ts';
import type { OutcomeCatalog } from './outcome-catalog.ts';
import { removeNodes } from './remove-nodes.ts';
import { stepGroup, stepNote } from './step-beside.ts';

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
    case 'change-note':
    case 'remove-note':
      return stepNote({ bench, command });
    case 'put-group':
    case 'change-group':
    case 'remove-group':
      return stepGroup({ bench, command });
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

function firstRefusal(steps: readonly (() => Stepped)[]): Stepped {
  for (const take of steps) {
    const refusal = take();
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
