import { draftCommand } from '@sodate/database/schema/journey';
import type { Command } from '@sodate/journey/edit/command';
import type { Graph } from '@sodate/journey/graph/graph';
import type { JourneyId } from '@sodate/journey/id';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** How a client that stands at an older revision comes up to the newest. */
export type CatchUp =
  | { readonly kind: 'commands'; readonly commands: readonly StoredCommand[] }
  /** Too far behind: take the whole graph. */
  | { readonly kind: 'graph'; readonly graph: Graph };

export interface StoredCommand {
  readonly revision: number;
  readonly id: string;
  readonly clientId: string;
  readonly command: Command;
}

const mostCommands = 500;

/** The commands after `base` up to `revision`, or the graph at `revision` where they are too many or `base` is odd. */
export async function readCommandsSince({
  context,
  journey,
  base,
  revision,
  graph,
}: {
  context: Context;
  journey: JourneyId;
  base: number;
  revision: number;
  graph: Graph;
}): Promise<CatchUp> {
  if (base > revision || revision - base > mostCommands) return { kind: 'graph', graph };
  const commands = await context.database
    .select({
      revision: draftCommand.revision,
      id: draftCommand.commandId,
      clientId: draftCommand.clientId,
      command: draftCommand.command,
    })
    .from(draftCommand)
    .where(and(eq(draftCommand.journeyId, journey), gt(draftCommand.revision, base)))
    .orderBy(asc(draftCommand.revision));
  return commands.length === revision - base ? { kind: 'commands', commands } : { kind: 'graph', graph };
}
