import type { Command } from '@sodate/journey/edit/command';
import type { NodeId } from '@sodate/journey/id';
import { unreachable } from '@sodate/journey/unreachable';

/** The nodes that a command changes or adds; none for what stands beside the journey or is taken away. */
export function touchedNodes(command: Command): readonly NodeId[] {
  switch (command.kind) {
    case 'add-node':
    case 'insert-on-edge':
      return [command.node.id];
    case 'set-config':
    case 'rename-node':
      return [command.node];
    case 'move-nodes':
      return Object.keys(command.to) as NodeId[];
    case 'connect':
      return [command.from];
    case 'disconnect':
      return [command.edge.slice(0, command.edge.indexOf('/')) as NodeId];
    case 'paste':
      return command.nodes.map(({ id }) => id);
    case 'batch':
      return [...new Set(command.commands.flatMap(touchedNodes))];
    case 'remove-nodes':
    case 'set-setting':
    case 'put-note':
    case 'change-note':
    case 'remove-note':
    case 'put-group':
    case 'change-group':
    case 'remove-group':
      return [];
    default:
      return unreachable(command);
  }
}
