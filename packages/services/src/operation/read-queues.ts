import { effect, outbox } from '@sodate/database/schema/enrollment';
import { inArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

export interface ChannelQueue {
  readonly channel: string;
  /** To be tried now; to be tried at a later time, by quiet hours or a cap; tried before, and to be tried again. */
  readonly due: number;
  readonly later: number;
  readonly retrying: number;
  readonly claimed: number;
  /** How long the oldest that is due has waited. */
  readonly oldestMs: number | null;
}

export interface OutboxState {
  readonly waiting: number;
  /** Rows that Temporal did not take at least once. */
  readonly failing: number;
  readonly oldestMs: number | null;
}

/** What waits to be sent or called, by channel. */
export async function readQueues({ context }: { context: Context }): Promise<readonly ChannelQueue[]> {
  const count = (where: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${where}))::int`;
  const waits = sql`${effect.state} = 'waiting'`;
  const later = sql`coalesce(${effect.nextTryAt} > clock_timestamp(), false)`;
  const due = sql`${waits} and ${effect.attempt} = 0 and not ${later}`;
  const rows = await context.database
    .select({
      channel: effect.channel,
      due: count(due),
      later: count(sql`${waits} and ${effect.attempt} = 0 and ${later}`),
      retrying: count(sql`${waits} and ${effect.attempt} > 0`),
      claimed: count(sql`${effect.state} = 'claimed'`),
      oldest: sql<
        string | null
      >`extract(epoch from clock_timestamp() - min(${effect.createdAt}) filter (where ${due})) * 1000`,
    })
    .from(effect)
    .where(inArray(effect.state, ['waiting', 'claimed']))
    .groupBy(effect.channel)
    .orderBy(effect.channel);
  return rows.map(({ oldest, ...row }) => ({ ...row, oldestMs: oldest === null ? null : Math.round(Number(oldest)) }));
}

/** What Temporal is still to hear. */
export async function readOutbox({ context }: { context: Context }): Promise<OutboxState> {
  const [row] = await context.database
    .select({
      waiting: sql<number>`count(*)::int`,
      failing: sql<number>`(count(*) filter (where ${outbox.failures} > 0))::int`,
      oldest: sql<string | null>`extract(epoch from clock_timestamp() - min(${outbox.at})) * 1000`,
    })
    .from(outbox);
  const oldest = row?.oldest ?? null;
  return {
    waiting: row?.waiting ?? 0,
    failing: row?.failing ?? 0,
    oldestMs: oldest === null ? null : Math.max(0, Math.round(Number(oldest))),
  };
}
