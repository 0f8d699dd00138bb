import { rightNow } from '@sodate/database/columns';
import { draftCommand, type JourneyRow, journey, version } from '@sodate/database/schema/journey';
import { applyInOrder } from '@sodate/journey/edit/apply-in-order';
import type { Refusal } from '@sodate/journey/edit/command';
import { isSameCourse } from '@sodate/journey/edit/is-same-course';
import type { Graph } from '@sodate/journey/graph/graph';
import type { Instant } from '@sodate/journey/time/instant';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { forbidden } from '../errors.ts';
import { writeDraftMails } from '../mail/write-draft-mails.ts';
import { inTransaction } from '../transaction.ts';
import { assertDraftFits } from './assert-draft-fits.ts';
import { commandSchema } from './command-schema.ts';
import { describeGraph, type GraphDescription } from './describe-graph.ts';
import { journeyId } from './journey-input.ts';
import { lockJourney } from './lock-journey.ts';
import { permitCommand } from './permit-command.ts';
import { type CatchUp, readCommandsSince } from './read-commands-since.ts';
import { readSurroundings } from './read-surroundings.ts';
import { ringDraft } from './ring-draft.ts';
import { tellPublishers } from './tell-publishers.ts';

export const applyCommandsInput = z.object({
  journey: journeyId,
  /** The browser tab, to tell one's own commands from others'. */
  clientId: z.string().min(1).max(64),
  /** The revision that the client has: all later commands are answered. */
  base: z.int32().min(0),
  commands: z.array(z.object({ id: z.string().min(8).max(64), command: commandSchema })).max(200),
});

export interface CommandsApplied extends GraphDescription {
  readonly revision: number;
  readonly savedAt: Instant;
  /** All that happened since `base`, the client's own commands among it. */
  readonly since: CatchUp;
  readonly refused: readonly { readonly id: string; readonly refusal: Refusal }[];
}

/**
 * Applies commands to a journey's draft, in order, each once however often it is sent. A command that no longer
 * applies is refused and reported; the rest go on. Other editors are told by NOTIFY.
 */
export async function applyCommands({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof applyCommandsInput>;
}): Promise<CommandsApplied> {
  return await inTransaction({ context }, async (inner) => {
    const row = await lockJourney({ context: inner, id: input.journey });
    const fresh = await withoutRepeats({ context: inner, input });
    const { catalog } = inner.nodeTypes;
    const { graph, applied, refused } = applyInOrder({
      graph: row.draft,
      commands: fresh,
      catalog,
      assertAllowed: (met) => {
        if (!permitCommand({ ...met, actor: inner.actor, catalog })) throw notYours();
      },
    });
    if (applied.length > 0) assertDraftFits({ before: row.draft, after: graph });
    if (applied.length > 0) await tellPublishers({ context: inner, row });
    const saved = await store({ context: inner, row, graph, applied, clientId: input.clientId });
    const outside = await readSurroundings({ context: inner });
    return {
      ...saved,
      refused,
      since: await readCommandsSince({ context: inner, journey: row.id, base: input.base, ...saved, graph }),
      ...describeGraph({ graph, catalog, outside }),
    };
  });
}

type Sent = Readonly<z.output<typeof applyCommandsInput>['commands']>;

async function withoutRepeats({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof applyCommandsInput>;
}): Promise<Sent> {
  if (input.commands.length === 0) return [];
  const ids = input.commands.map(({ id }) => id);
  const known = await context.database
    .select({ id: draftCommand.commandId })
    .from(draftCommand)
    .where(and(eq(draftCommand.journeyId, input.journey), inArray(draftCommand.commandId, ids)));
  const seen = new Set(known.map(({ id }) => id));
  return input.commands.filter(({ id }) => !seen.has(id) && seen.add(id));
}

async function store({
  context,
  row,
  graph,
  applied,
  clientId,
}: {
  context: Context;
  row: JourneyRow;
  graph: Graph;
  applied: Sent;
  clientId: string;
}): Promise<{ revision: number; savedAt: Instant }> {
  if (applied.length === 0) return { revision: row.draftRevision, savedAt: row.updatedAt };
  const { database, actor } = context;
  const userId = actor.kind === 'user' ? actor.id : null;
  await database.insert(draftCommand).values(
    applied.map(({ id, command }, index) => ({
      journeyId: row.id,
      revision: row.draftRevision + index + 1,
      commandId: id,
      clientId,
      command,
      userId,
    })),
  );
  const revision = row.draftRevision + applied.length;
  const [saved] = await database
    .update(journey)
    .set({
      draft: graph,
      draftRevision: revision,
      draftDiffers: await differsFromLive({ context, row, graph }),
      updatedAt: rightNow,
    })
    .where(eq(journey.id, row.id))
    .returning({ savedAt: journey.updatedAt });
  await writeDraftMails({ context, journey: row.id, before: row.draft, after: graph });
  await ringDraft({ context, journey: row.id });
  return { revision, savedAt: saved?.savedAt ?? row.updatedAt };
}

async function differsFromLive({ context, row, graph }: { context: Context; row: JourneyRow; graph: Graph }) {
  if (row.liveVersionId === null) return false;
  const [live] = await context.database
    .select({ graph: version.graph })
    .from(version)
    .where(eq(version.id, row.liveVersionId));
  return live !== undefined && !isSameCourse({ one: graph, other: live.graph });
}

function notYours() {
  return forbidden({
    ja: '営業マネージャーが変えられるのは、営業のノードだけです。ほかのノードはマーケターに頼んでください。',
    en: 'A sales manager may change sales nodes only. Ask a marketer to change the others.',
  });
}
