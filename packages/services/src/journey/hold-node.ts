import { heldNode, type JourneyRow, version } from '@sodate/database/schema/journey';
import type { NodeId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import { journeyId } from './journey-input.ts';
import { lockJourney } from './lock-journey.ts';
import { permitHold } from './permit-hold.ts';

/** For verbs about one node of a journey that runs. */
export const nodeInput = z.object({
  journey: journeyId,
  node: z
    .string()
    .min(1)
    .max(64)
    .transform((id) => id as NodeId),
});

/**
 * Holds a node: leads that stand there or arrive rest without time, waiting mails too, until it is released. What is
 * in the air lands. Repeating it changes nothing. @throws RequestError 'not-found', 'conflict', 'forbidden'.
 */
export async function holdNode({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof nodeInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const row = await lockJourney({ context: inner, id: input.journey });
    if (row.state !== 'live' && row.state !== 'paused') throw notRunning();
    const type = await readLiveType({ context: inner, row, node: input.node });
    if (type === undefined) throw notLive();
    permitHold({ context: inner, type });
    const contract = inner.nodeTypes.catalog.get(type);
    if (contract?.isTrigger === true || contract?.family === 'end') throw nobodyStands();
    const held = await inner.database
      .insert(heldNode)
      .values({ journeyId: row.id, node: input.node })
      .onConflictDoNothing()
      .returning({ node: heldNode.node });
    if (held.length === 0) return;
    await writeAudit({
      context: inner,
      line: { action: 'journey-node-held', subject: 'journey', subjectId: row.id, detail: { node: input.node } },
    });
  });
}

async function readLiveType({
  context,
  row,
  node,
}: {
  context: Context;
  row: JourneyRow;
  node: NodeId;
}): Promise<string | undefined> {
  if (row.liveVersionId === null) return undefined;
  const [live] = await context.database
    .select({ graph: version.graph })
    .from(version)
    .where(eq(version.id, row.liveVersionId));
  return live?.graph.nodes[node]?.type;
}

function notRunning() {
  return conflict({
    ja: 'ノードで保留できるのは、公開中か一時停止中のシナリオだけです。',
    en: 'Leads can be held at a node only while the journey is live or paused.',
  });
}

function notLive() {
  return notFound({
    ja: 'このノードはまだ公開されていません。公開してから保留してください。',
    en: 'This node has not been published yet. Publish it first, then hold it.',
  });
}

function nobodyStands() {
  return conflict({
    ja: 'きっかけや終わりにはリードがとどまらないので、保留できません。次のノードか手前のノードを選んでください。',
    en: 'No lead stays at a trigger or an end, so there is nobody to hold. Choose the node after or before it.',
  });
}
