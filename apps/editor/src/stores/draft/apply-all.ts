import { applyCommand } from '@sodate/journey/edit/apply-command';
import type { Command } from '@sodate/journey/edit/command';
import type { OutcomeCatalog } from '@sodate/journey/edit/outcome-catalog';
import type { Graph } from '@sodate/journey/graph/graph';

/** The graph after the commands; one that does not apply is passed over. */
export function applyAll({
  graph,
  commands,
  catalog,
}: {
  graph: Graph;
  commands: readonly { readonly command: Command }[];
  catalog: OutcomeCatalog;
}): Graph {
  return commands.reduce((before, { command }) => {
    const result = applyCommand({ graph: before, command, catalog });
    return result.kind === 'applied' ? result.graph : before;
  }, graph);
}
