import { rightNow } from '@sodate/database/columns';
import { type BarredWhy, mark } from '@sodate/database/schema/enrollment';
import { journeyRule } from '@sodate/database/schema/journey';
import { channelWorker } from '@sodate/database/schema/mail';
import type { Instant } from '@sodate/journey/time/instant';
import { desc, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { type Health, readHealth } from '../organisation/read-health.ts';
import { type RobotsToday, readRobotsToday } from '../write-key/read-robots-today.ts';
import { type Lateness, readLateness } from './read-lateness.ts';
import { type LoopState, readLoops } from './read-loops.ts';
import { type ChannelQueue, type OutboxState, readOutbox, readQueues } from './read-queues.ts';

export interface Operations {
  readonly at: Instant;
  readonly health: Health;
  readonly workers: readonly { readonly worker: string; readonly seenAt: Instant; readonly startedAt: Instant }[];
  readonly outbox: OutboxState;
  readonly loops: readonly LoopState[];
  readonly mark: {
    readonly number: number;
    readonly advancedAt: Instant | null;
    readonly barredAt: Instant | null;
    readonly barredWhy: BarredWhy | null;
  };
  readonly lateness: Lateness;
  readonly queues: readonly ChannelQueue[];
  /** Publishes, pauses and stops that have not reached every lead yet. */
  readonly rules: { readonly pending: number; readonly since: Instant | null };
  /** What robots sent today and was left out. */
  readonly robots: RobotsToday;
  /** Months of the event log that are made ahead. */
  readonly monthsAhead: number;
}

const workersShown = 50;

/** How the machinery stands: what the operations page shows. */
export async function readOperations({
  context,
  temporalAddress,
}: {
  context: Context;
  temporalAddress: string;
}): Promise<Operations> {
  const [health, workers, outbox, loops, marks, lateness, queues, rules, robots, monthsAhead] = await Promise.all([
    readHealth({ context, temporalAddress }),
    readWorkers({ context }),
    readOutbox({ context }),
    readLoops({ context }),
    context.database.select().from(mark),
    readLateness({ context }),
    readQueues({ context }),
    readRules({ context }),
    readRobotsToday({ context }),
    countMonthsAhead({ context }),
  ]);
  const [row] = marks;
  return {
    at: context.clock.now(),
    health,
    workers,
    outbox,
    loops,
    mark: {
      number: row?.number ?? 0,
      advancedAt: row?.checkedAt ?? null,
      barredAt: row?.claimsBarredAt ?? null,
      barredWhy: row?.barredWhy ?? null,
    },
    lateness,
    queues,
    rules,
    robots,
    monthsAhead,
  };
}

/** Those heard within the last half minute. */
function readWorkers({ context }: { context: Context }): Promise<Operations['workers']> {
  return context.database
    .select({ worker: channelWorker.worker, seenAt: channelWorker.seenAt, startedAt: channelWorker.startedAt })
    .from(channelWorker)
    .where(sql`${channelWorker.seenAt} > ${rightNow} - interval '30 seconds'`)
    .orderBy(desc(channelWorker.startedAt))
    .limit(workersShown);
}

async function readRules({ context }: { context: Context }): Promise<Operations['rules']> {
  const [row] = await context.database
    .select({
      pending: sql<number>`count(*)::int`,
      since: sql<Instant | null>`min(${journeyRule.at})`.mapWith(journeyRule.at),
    })
    .from(journeyRule)
    .where(isNull(journeyRule.doneAt));
  return { pending: row?.pending ?? 0, since: row?.since ?? null };
}

async function countMonthsAhead({ context }: { context: Context }): Promise<number> {
  const [row] = await context.database.execute<{ count: number }>(sql`
    select count(*)::int as count from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'event'::regclass and relname ~ '^event_\\d{4}_\\d\\d$'
      and relname > 'event_' || to_char(clock_timestamp() at time zone 'UTC', 'YYYY_MM')`);
  return row?.count ?? 0;
}
