import type { Command } from '@sodate/journey/edit/command';
import { commandBetween } from '@sodate/journey/edit/command-between';
import type { Graph } from '@sodate/journey/graph/graph';

/** One step, which can be taken back, that makes the draft what is published. Notes stay: they are no part of its course. */
export function planDiscard({ graph, live }: { graph: Graph; live: Graph }): Command {
  return commandBetween({ from: graph, to: { ...live, notes: graph.notes } });
}
