import type { Graph } from '../graph/graph.ts';
import { applyCommand } from './apply-command.ts';
import type { Command, Refusal } from './command.ts';
import type { OutcomeCatalog } from './outcome-catalog.ts';

/** A command as it is sent and stored. `id` is the client's own. */
export interface Numbered {
  readonly id: string;
  readonly command: Command;
}

export interface AppliedInOrder<One extends Numbered> {
  /** The graph with all that applies. */
  readonly graph: Graph;
  readonly applied: readonly One[];
  readonly refused: readonly { readonly id: string; readonly refusal: Refusal }[];
}

/**
 * Applies commands one after another and passes over those that do not apply. The server orders a draft by this, and
 * each editor puts its own pending commands on what the server has by the same.
 */
export function applyInOrder<One extends Numbered>({
  graph: start,
  commands,
  catalog,
  assertAllowed,
}: {
  graph: Graph;
  commands: readonly One[];
  catalog: OutcomeCatalog;
  /** Called before each with the graph that it meets; what it throws ends the whole. */
  assertAllowed?: (met: { command: Command; graph: Graph }) => void;
}): AppliedInOrder<One> {
  const applied: One[] = [];
  const refused: { id: string; refusal: Refusal }[] = [];
  let graph = start;
  for (const one of commands) {
    assertAllowed?.({ command: one.command, graph });
    const result = applyCommand({ graph, command: one.command, catalog });
    if (result.kind === 'refused') refused.push({ id: one.id, refusal: result.refusal });
    else {
      graph = result.graph;
      applied.push(one);
    }
  }
  return { graph, applied, refused };
}
