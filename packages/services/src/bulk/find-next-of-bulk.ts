import { effect, enrollment } from '@sodate/database/schema/enrollment';
import type { BulkChangeRow } from '@sodate/database/schema/operation';
import { and, asc, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { awaitsWord } from '../effect/awaits-word.ts';
import { stuckWhere } from '../enrollment/stuck-filter.ts';

type Choosing = Pick<BulkChangeRow, 'verb' | 'choice' | 'after' | 'askedAt'>;

/** The next of those that a bulk change means, in order; fewer than `limit` where these are the last. */
export async function findNextOfBulk({
  context,
  change,
  limit,
}: {
  context: Context;
  change: Choosing;
  limit: number;
}): Promise<readonly string[]> {
  const { choice, after } = change;
  if (choice.kind === 'picked') {
    return [...new Set(choice.ids)]
      .toSorted()
      .filter((id) => id > after)
      .slice(0, limit);
  }
  if (change.verb.kind === 'settle') {
    const key = sql`${effect.key} collate "C"`;
    const rows = await context.database
      .select({ id: effect.key })
      .from(effect)
      .where(and(sendsMeant(change), sql`${key} > ${after}`))
      .orderBy(asc(key))
      .limit(limit);
    return rows.map(({ id }) => id);
  }
  const rows = await context.database
    .select({ id: enrollment.id })
    .from(enrollment)
    .where(and(stuckMeant(change), after === '' ? undefined : sql`${enrollment.id} > ${after}::uuid`))
    .orderBy(asc(enrollment.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** How many a choice means now. */
export async function countBulk({ context, change }: { context: Context; change: Choosing }): Promise<number> {
  const { choice } = change;
  if (choice.kind === 'picked') return new Set(choice.ids).size;
  const count = sql<number>`count(*)::int`;
  const [row] =
    change.verb.kind === 'settle'
      ? await context.database.select({ count }).from(effect).where(sendsMeant(change))
      : await context.database.select({ count }).from(enrollment).where(stuckMeant(change));
  return row?.count ?? 0;
}

/** Those that were stuck when it was asked: what came later the person has not seen. */
function stuckMeant({ choice, askedAt }: Choosing): SQL | undefined {
  if (choice.kind === 'picked') return inArray(enrollment.id, choice.ids as (typeof enrollment.$inferSelect.id)[]);
  return and(stuckWhere(choice), or(isNull(enrollment.stuckAt), lte(enrollment.stuckAt, askedAt)));
}

/** Twice-sent ones where these are noted; else those of which nobody knows whether they arrived. */
function sendsMeant({ choice, verb, askedAt }: Choosing): SQL | undefined {
  const doubled = verb.kind === 'settle' && verb.as === 'seen';
  const journey = choice.kind === 'matching' ? choice.journey : undefined;
  return and(
    awaitsWord,
    sql`${effect.doubled} = ${doubled}`,
    or(isNull(effect.settledAt), lte(effect.settledAt, askedAt)),
    journey === undefined ? undefined : sql`${effect.journeyId} = ${journey}`,
  );
}
