import { heldNode } from '@sodate/database/schema/journey';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import type { nodeInput } from './hold-node.ts';
import { lockJourney } from './lock-journey.ts';
import { permitHold } from './permit-hold.ts';
import { readHeldNodes } from './read-held-nodes.ts';
import { writeRule } from './write-rule.ts';

/**
 * Lets the leads at a held node go on. Deadlines stay as they were: who is due meanwhile goes on at once, woken by the
 * batch that brings everybody along. Repeating it changes nothing. @throws RequestError 'not-found', 'forbidden'.
 */
export async function releaseNode({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof nodeInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const row = await lockJourney({ context: inner, id: input.journey });
    const held = (await readHeldNodes({ context: inner, journey: row.id })).find(({ node }) => node === input.node);
    if (held === undefined) return;
    permitHold({ context: inner, type: held.type });
    await inner.database.delete(heldNode).where(and(eq(heldNode.journeyId, row.id), eq(heldNode.node, input.node)));
    const { state, pausedAt } = row;
    await writeRule({ context: inner, row, state, pausedAt, body: { kind: 'release', node: input.node } });
  });
}
