import { canonicalJson } from '@sodate/journey/compile/canonical-json';
import { applyCommand } from '@sodate/journey/edit/apply-command';
import type { Command } from '@sodate/journey/edit/command';
import type { OutcomeCatalog } from '@sodate/journey/edit/outcome-catalog';
import type { Graph } from '@sodate/journey/graph/graph';

/** How something given here is taken back. */
export interface UndoStep {
  readonly command: Command;
  /** What taking it back takes away: what was given here, as long as nobody else has changed the same place. */
  readonly takes: Command;
}

/** The step that `command` makes on this graph, on which it applies. */
export function undoStep({
  graph,
  command,
  catalog,
}: {
  graph: Graph;
  command: Command;
  catalog: OutcomeCatalog;
}): UndoStep {
  return { command, takes: takenBy({ graph, command, catalog }) ?? { kind: 'batch', commands: [] } };
}

/** False where the step would take away what somebody else has done meanwhile, or no longer applies. */
export function takesOnlyOwn({
  graph,
  step,
  catalog,
}: {
  graph: Graph;
  step: UndoStep;
  catalog: OutcomeCatalog;
}): boolean {
  const takes = takenBy({ graph, command: step.command, catalog });
  return takes !== undefined && canonicalJson(takes) === canonicalJson(step.takes);
}

function takenBy({
  graph,
  command,
  catalog,
}: {
  graph: Graph;
  command: Command;
  catalog: OutcomeCatalog;
}): Command | undefined {
  const result = applyCommand({ graph, command, catalog });
  return result.kind === 'applied' ? result.inverse : undefined;
}
