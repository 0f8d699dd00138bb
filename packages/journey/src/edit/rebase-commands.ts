import type { Graph } from '../graph/graph.ts';
import { applyCommand } from './apply-command.ts';
import type { Command, Refusal } from './command.ts';
import type { OutcomeCatalog } from './outcome-catalog.ts';

/** A command that the server has not yet answered. `id` is the client's own. */
export interface PendingCommand {
  readonly id: string;
  readonly command: Command;
}

export interface Rebased {
  /** The base with all that still applies. */
  readonly graph: Graph;
  /** In their order, with inverses that fit the new graph. */
  readonly kept: readonly (PendingCommand & { readonly inverse: Command })[];
  readonly refused: readonly (PendingCommand & { readonly refusal: Refusal })[];
}

/** Puts one's own pending commands on top of a base that others have changed, dropping those that no longer apply. */
export function rebaseCommands({
  base,
  pending,
  catalog,
}: {
  base: Graph;
  pending: readonly PendingCommand[];
  catalog: OutcomeCatalog;
}): Rebased {
  let graph = base;
  const kept: Rebased['kept'][number][] = [];
  const refused: Rebased['refused'][number][] = [];
  for (const one of pending) {
    const applied = applyCommand({ graph, command: one.command, catalog });
    if (applied.kind === 'applied') {
      graph = applied.graph;
      kept.push({ ...one, inverse: applied.inverse });
    } else refused.push({ ...one, refusal: applied.refusal });
  }
  return { graph, kept, refused };
}
