import { canonicalJson } from '@sodate/journey/compile/canonical-json';
import { applyCommand } from '@sodate/journey/edit/apply-command';
import type { Command } from '@sodate/journey/edit/command';
import type { OutcomeCatalog } from '@sodate/journey/edit/outcome-catalog';
import type { Graph } from '@sodate/journey/graph/graph';

interface Given {
  readonly graph: Graph;
  readonly command: Command;
  readonly catalog: OutcomeCatalog;
}

/** How something given here is taken back. */
export interface UndoStep {
  readonly command: Command;
  /** What taking it back takes away: what was given here, as long as nobody else has changed the same place. */
  readonly takes: Command;
}

/** The step that `command` makes on this graph, on which it applies. */
export function undoStep(given: Given): UndoStep {
  return { command: given.command, takes: takenBy(given) ?? { kind: 'batch', commands: [] } };
}

/** False where the step would take away what somebody else has done meanwhile, or no longer applies. */
export function takesOnlyOwn({ graph, step, catalog }: Omit<Given, 'command'> & { step: UndoStep }): boolean {
  const takes = takenBy({ graph, command: step.command, catalog });
  return takes !== undefined && canonicalJson(takes) === canonicalJson(step.takes);
}

/**
 * Whether words just typed are taken back by typing, as a field's own undo does: then nothing is left to be undone. A later
 * undo on the canvas would bring them again.
 */
export function isTypedBack({ command, last }: { command: Command; last: UndoStep }): boolean {
  return isWords(last.takes) && canonicalJson(command) === canonicalJson(last.command);
}

function isWords(command: Command): boolean {
  if (command.kind === 'set-config' || command.kind === 'set-setting') return typeof command.value === 'string';
  return command.kind === 'rename-node' || command.kind === 'change-note';
}

function takenBy(given: Given): Command | undefined {
  const result = applyCommand(given);
  return result.kind === 'applied' ? result.inverse : undefined;
}
