import { sql } from 'drizzle-orm';
import { readProcess } from './read-process.ts';
import type { BenchHost } from './start-bench-host.ts';
import type { BenchProcess } from './start-process.ts';

export interface TableSample {
  readonly bytes: number;
  readonly dead: number;
}

export interface Sample {
  /** Since the load began. */
  readonly seconds: number;
  readonly workerMegabytes: number;
  readonly temporalMegabytes: number;
  /** By name, indexes and all; partitions of the events together. */
  readonly tables: Readonly<Record<string, TableSample>>;
  readonly inFlight: number;
  readonly ended: number;
  readonly waitingInOutbox: number;
  /** Of the hops since the sample before: how much later than due, 95 of 100 and all. */
  readonly late95Seconds: number;
  readonly latestSeconds: number;
}

/** How everything stands at this moment. */
export async function takeSample({
  host: { context, temporal },
  worker,
  seconds,
  sinceSeconds,
}: {
  host: BenchHost;
  worker: BenchProcess;
  seconds: number;
  sinceSeconds: number;
}): Promise<Sample> {
  const { database } = context;
  const sizes = await database.execute<{ name: string; bytes: string; dead: string }>(sql`
    select regexp_replace(relname, '^event_\\d.*$', 'event') as name, sum(pg_total_relation_size(relid)) as bytes,
      sum(n_dead_tup) as dead
    from pg_stat_user_tables where schemaname = 'public' group by 1`);
  const [counts] = await database.execute<{ open: number; ended: number; outbox: number }>(sql`
    select count(*) filter (where state <> 'ended')::int as open, count(*) filter (where state = 'ended')::int as ended,
      (select count(*)::int from outbox) as outbox from enrollment`);
  const [late] = await database.execute<{ most: number; all: number }>(sql`
    select coalesce(percentile_cont(0.95) within group (order by extract(epoch from at - due_at)), 0)::float as most,
      coalesce(max(extract(epoch from at - due_at)), 0)::float as all
    from step where written_at > clock_timestamp() - ${sinceSeconds} * interval '1 second'`);
  const megabytesOf = async (pid: number) => (await readProcess({ pid })).residentBytes / 2 ** 20;
  return {
    seconds,
    workerMegabytes: await megabytesOf(worker.pid),
    temporalMegabytes: await megabytesOf(temporal.pid),
    tables: Object.fromEntries(
      sizes.map(({ name, bytes, dead }) => [name, { bytes: Number(bytes), dead: Number(dead) }]),
    ),
    inFlight: counts?.open ?? 0,
    ended: counts?.ended ?? 0,
    waitingInOutbox: counts?.outbox ?? 0,
    late95Seconds: late?.most ?? 0,
    latestSeconds: late?.all ?? 0,
  };
}
