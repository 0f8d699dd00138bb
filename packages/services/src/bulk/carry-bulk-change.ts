import { rightNow } from '@sodate/database/columns';
import { effect, enrollment } from '@sodate/database/schema/enrollment';
import { type BulkChangeRow, type BulkVerb, bulkChange } from '@sodate/database/schema/operation';
import { user } from '@sodate/database/schema/user';
import { asId, isUuid } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { unreachable } from '@sodate/journey/unreachable';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Actor, Context } from '../context.ts';
import { settleUnclearEffect } from '../effect/settle-unclear-effect.ts';
import { isInfrastructureFault } from '../engine/infrastructure-fault.ts';
import { lockPassage } from '../engine/lock-passage.ts';
import { assertStuck } from '../enrollment/change-open.ts';
import { removePassage, retryPassage, skipPassage } from '../enrollment/change-passage.ts';
import { movePassage } from '../enrollment/move-passage.ts';
import { RequestError } from '../errors.ts';
import { lockLeads } from '../event/lock-leads.ts';
import { inTransaction } from '../transaction.ts';
import { findNextOfBulk } from './find-next-of-bulk.ts';

/** Small enough that no lead stays locked for long. */
const sliceSize = 25;

/**
 * Carries out one slice of a bulk change (the oldest that runs, unless one is named), and its progress, in one
 * transaction: each is changed once, whoever dies. Gives how many were gone over; 0 where nothing runs.
 */
export async function carryBulkChange({
  context,
  change: id,
}: {
  context: Context;
  change?: BulkChangeRow['id'];
}): Promise<number> {
  return inTransaction({ context }, async (inner) => {
    const [change] = await inner.database
      .select()
      .from(bulkChange)
      .where(and(eq(bulkChange.state, 'running'), id === undefined ? undefined : eq(bulkChange.id, id)))
      .orderBy(asc(bulkChange.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!change) return 0;
    const ids = await findNextOfBulk({ context: inner, change, limit: sliceSize });
    const refusals = await changeAll({ context: inner, change, ids });
    const over = ids.length < sliceSize;
    await inner.database
      .update(bulkChange)
      .set({
        done: change.done + ids.length - refusals.length,
        refused: change.refused + refusals.length,
        refusedWhy: refusals.at(-1) ?? change.refusedWhy,
        after: ids.at(-1) ?? change.after,
        ...(over ? { state: 'done' as const, endedAt: rightNow } : {}),
      })
      .where(eq(bulkChange.id, change.id));
    return Math.max(1, ids.length);
  });
}

/** Gives why each was refused that could not be changed; the others stand. */
async function changeAll({
  context,
  change,
  ids,
}: {
  context: Context;
  change: BulkChangeRow;
  ids: readonly string[];
}): Promise<readonly Text[]> {
  const asker = await readAsker({ context, change });
  if (asker === undefined) return ids.map(() => askerGone);
  await lockLeadsOf({ context, verb: change.verb, ids });
  const refusals: Text[] = [];
  for (const id of ids) {
    const why = await changeOne({ context: { ...context, actor: asker }, verb: change.verb, id });
    if (why !== undefined) refusals.push(why);
  }
  return refusals;
}

/** In the order of ids, before any passage is locked: two slices never wait for each other. */
async function lockLeadsOf({
  context,
  verb,
  ids,
}: {
  context: Context;
  verb: BulkVerb;
  ids: readonly string[];
}): Promise<void> {
  const rows =
    verb.kind === 'settle'
      ? await context.database
          .select({ lead: effect.leadId })
          .from(effect)
          .where(inArray(effect.key, [...ids]))
      : await context.database
          .select({ lead: enrollment.leadId })
          .from(enrollment)
          .where(
            inArray(
              enrollment.id,
              ids.filter(isUuid).map((one) => asId<'enrollment'>(one)),
            ),
          );
  const leads = rows.flatMap(({ lead }) => lead ?? []);
  if (leads.length > 0) await lockLeads({ context, leads });
}

/** In a savepoint of its own: a refusal takes back this one and no other. */
async function changeOne({
  context,
  verb,
  id,
}: {
  context: Context;
  verb: BulkVerb;
  id: string;
}): Promise<Text | undefined> {
  try {
    await context.database.transaction((database) => apply({ context: { ...context, database }, verb, id }));
    return undefined;
  } catch (error) {
    if (isInfrastructureFault(error)) throw error;
    if (error instanceof RequestError) return error.text;
    context.logger.error({ enrollment: id, verb: verb.kind, error }, 'one of many could not be changed');
    const message = error instanceof Error ? error.message : String(error);
    return { ja: `変更できませんでした：${message}`, en: `Could not be changed: ${message}` };
  }
}

async function apply({ context, verb, id }: { context: Context; verb: BulkVerb; id: string }): Promise<void> {
  if (verb.kind === 'settle') return settleUnclearEffect({ context, input: { key: id, as: verb.as } });
  if (!isUuid(id)) throw new Error('no id of a passage');
  const input = { enrollment: asId<'enrollment'>(id) };
  const locked = await lockPassage({ context, enrollment: input.enrollment });
  if (locked) assertStuck(locked);
  switch (verb.kind) {
    case 'retry':
      await retryPassage({ context, input });
      return;
    case 'skip':
      await skipPassage({ context, input });
      return;
    case 'remove':
      await removePassage({ context, input });
      return;
    case 'move':
      await movePassage({ context, input: { ...input, node: verb.node } });
      return;
    default:
      unreachable(verb);
  }
}

const askerGone: Text = {
  ja: '頼んだ人の権限がなくなったので、変更しませんでした。',
  en: 'Not changed: the person who asked may not do so any more.',
};

/** The person as they stand now: one who was banned meanwhile changes nothing more. */
async function readAsker({ context, change }: { context: Context; change: BulkChangeRow }): Promise<Actor | undefined> {
  const [row] = await context.database
    .select({
      id: user.id,
      role: user.role,
      language: user.language,
      banned: sql<boolean>`coalesce(${user.banned}, false)`,
    })
    .from(user)
    .where(eq(user.id, change.askedBy));
  if (!row || row.banned) return undefined;
  const may =
    row.role === 'admin' || row.role === 'marketer' || (row.role === 'sales-manager' && change.verb.kind === 'remove');
  return may ? { kind: 'user', id: row.id, role: row.role, language: row.language } : undefined;
}
