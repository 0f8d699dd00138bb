import { applyCommand } from '@sodate/journey/edit/apply-command';
import type { Command } from '@sodate/journey/edit/command';
import type { Graph } from '@sodate/journey/graph/graph';

/** The graph after the commands; one that does not apply is passed over. */
export function applyAll({ graph, commands }: { graph: Graph; commands: readonly { command: Command }[] }): Graph {
  return commands.reduce((before, { command }) => {
    const result = applyCommand({ graph: before, command });
    return result.kind === 'applied' ? result.graph : before;
  }, graph);
}
