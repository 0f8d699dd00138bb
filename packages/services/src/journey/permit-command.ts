import type { Command } from '@sodate/journey/edit/command';
import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeCatalog } from '@sodate/journey/graph/node-contract';
import type { NodeId } from '@sodate/journey/id';
import { unreachable } from '@sodate/journey/unreachable';
import type { Actor } from '../context.ts';

/**
 * Whether the actor may give this command. Marketers draw everything; a sales manager only nodes of the sales
 * family: their settings, place and outcomes. @returns false where a node of another family would change.
 */
export function permitCommand({
  actor,
  command,
  graph,
  catalog,
}: {
  actor: Actor;
  command: Command;
  graph: Graph;
  catalog: NodeCatalog;
}): boolean {
  if (actor.kind === 'system' || actor.role === 'admin' || actor.role === 'marketer') return true;
  if (actor.role !== 'sales-manager') return false;
  const isSales = (node: NodeId) => catalog.get(graph.nodes[node]?.type ?? '')?.family === 'sales';
  return salesMay({ command, isSales, isSalesType: (type) => catalog.get(type)?.family === 'sales' });
}

interface SalesQuestion {
  readonly command: Command;
  readonly isSales: (node: NodeId) => boolean;
  readonly isSalesType: (type: string) => boolean;
}

function salesMay({ command, isSales, isSalesType }: SalesQuestion): boolean {
  switch (command.kind) {
    case 'add-node':
      return isSalesType(command.node.type);
    case 'remove-nodes':
      // Healing rewires the nodes before it.
      return !command.heal && command.nodes.every(isSales);
    case 'move-nodes':
      return Object.keys(command.to).every((node) => isSales(node as NodeId));
    case 'set-config':
    case 'rename-node':
      return isSales(command.node);
    case 'connect':
      return isSales(command.from);
    case 'disconnect':
      return isSales(command.edge.slice(0, command.edge.indexOf('/')) as NodeId);
    case 'insert-on-edge':
    case 'paste':
    case 'set-setting':
    case 'put-note':
    case 'change-note':
    case 'remove-note':
    case 'put-group':
    case 'change-group':
    case 'remove-group':
      return false;
    case 'batch':
      return command.commands.every((part) => salesMay({ command: part, isSales, isSalesType }));
    default:
      return unreachable(command);
  }
}
