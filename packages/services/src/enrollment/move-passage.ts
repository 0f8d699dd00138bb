import { rightNow } from '@sodate/database/columns';
import { type EnrollmentRow, effect } from '@sodate/database/schema/enrollment';
import { journey } from '@sodate/database/schema/journey';
import { asId, type NodeId } from '@sodate/journey/id';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { moveTo } from '../engine/apply-rules.ts';
import { effectKeyOf } from '../engine/effect-key.ts';
import { type RunningVersion, readVersion } from '../engine/read-version.ts';
import { conflict } from '../errors.ts';
import { assertStuck, changeOpen } from './change-open.ts';
import { enrollmentInput } from './enrollment-input.ts';
import { nudge } from './nudge.ts';

/** A node's id at the boundary. */
export const nodeId = z
  .string()
  .min(1)
  .max(64)
  .transform((id) => asId<'node'>(id));

export const movePassageInput = enrollmentInput.extend({ node: nodeId });

/**
 * Brings a stuck lead to another node, where it arrives anew: of the version that is live, where that has the node,
 * else of its own. @throws RequestError 'not-found', 'conflict' where it is not stuck or no version has the node.
 */
export function movePassage({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof movePassageInput>;
}): Promise<EnrollmentRow> {
  return changeOpen({ context, input, action: 'enrollment-moved' }, async ({ context: inner, locked }) => {
    const { row } = assertStuck(locked);
    const version = await findVersionWith({ context: inner, row, node: input.node });
    if (version === undefined) throw noSuchNode();
    // An earlier visit's send of unknown fate stays listed.
    const stuckAt = effectKeyOf({ enrollment: row.id, op: row.op, visit: row.visit });
    await inner.database
      .update(effect)
      .set({ state: 'dropped', settledAt: rightNow })
      .where(and(eq(effect.key, stuckAt), inArray(effect.state, ['failed', 'ambiguous'])));
    const moved = await moveTo({ context: inner, locked, version, node: input.node, workflow: 'close' });
    await nudge({ context: inner, rows: [moved] });
    return moved;
  });
}

async function findVersionWith({
  context,
  row,
  node,
}: {
  context: Context;
  row: EnrollmentRow;
  node: NodeId;
}): Promise<RunningVersion | undefined> {
  const [found] = await context.database
    .select({ live: journey.liveVersionId })
    .from(journey)
    .where(eq(journey.id, row.journeyId));
  for (const id of [found?.live, row.versionId]) {
    if (id == null) continue;
    const version = await readVersion({ context, id });
    if (version.firstOps.has(node)) return version;
  }
  return undefined;
}

function noSuchNode() {
  return conflict({
    ja: '移す先のノードが、このシナリオの公開中の版にありません。一覧を読み込み直して選び直してください。',
    en: 'The journey as it is published has no such node. Reload the list and choose again.',
  });
}
