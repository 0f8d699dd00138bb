import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareTemporal } from '@sodate/cli/temporal/prepare-temporal';
import { asId, type LeadId } from '@sodate/journey/id';
import { startMailbox } from '@sodate/mail/mailbox/start-mailbox';
import { loadNodeTypesWithEffects } from '@sodate/nodes/kit/load-node-types-with-effects';
import type { Context } from '@sodate/services/context';
import { inTransaction } from '@sodate/services/transaction';
import { sql } from 'drizzle-orm';
import { createTestDatabase, testContext } from '../../database.ts';
import { furnish } from '../../hosts/furnish.ts';
import { launchPostgres } from '../../launch-postgres.ts';
import { startTemporal, type TestTemporal } from '../../start-temporal.ts';

export interface BenchHost {
  readonly context: Context;
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string; readonly pid: number };
  /** The postmaster's. */
  readonly postgresPid: number;
  readonly smtpUrl: string;
  readonly mail: string;
  readonly mailVersion: string;
  newLeads(count: number): Promise<LeadId[]>;
  stop(): Promise<void>;
}

/** PostgreSQL with its ordinary safety, Temporal's dev server and the local mailbox: what `npm start` runs on. */
export async function startBenchHost(): Promise<BenchHost> {
  const folder = await mkdtemp(join(tmpdir(), 'sodate-bench-'));
  const [postgres, temporal, mailbox] = await Promise.all([
    launchPostgres({ settings: { max_connections: '200' } }),
    findTemporal(),
    startMailbox({ smtpPort: 0, folder }),
  ]);
  const stopServers = async () => {
    await Promise.all([postgres.stop(), temporal.stop(), mailbox.close()]);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const db = await createTestDatabase({ size: 20, maintenanceUrl: postgres.url });
    const context = testContext({ database: db.pool.database, nodeTypes: await loadNodeTypesWithEffects() });
    const { mail, mailVersion } = await furnish({ context });
    return {
      context,
      databaseUrl: db.url,
      temporal: { address: temporal.address, namespace: temporal.namespace, pid: temporal.pid },
      postgresPid: postgres.pid,
      smtpUrl: `smtp://127.0.0.1:${mailbox.port}`,
      mail,
      mailVersion,
      newLeads: (count) => newLeads({ context, count }),
      stop: async () => {
        await db.pool.close();
        await stopServers();
      },
    };
  } catch (error) {
    await stopServers();
    throw error;
  }
}

/** The server that `BENCH_TEMPORAL_ADDRESS` names, or one of the bench's own. */
async function findTemporal(): Promise<Pick<TestTemporal, 'address' | 'namespace' | 'pid' | 'stop'>> {
  const { BENCH_TEMPORAL_ADDRESS: address, BENCH_TEMPORAL_NAMESPACE: namespace = 'default' } = process.env;
  if (address === undefined) return startTemporal();
  await prepareTemporal({ address, namespace, withinMs: 30_000 });
  // Not ours: what it uses is not measured.
  return { address, namespace, pid: 0, stop: async () => {} };
}

let made = 0;

/** Any number of them, by one statement: a hundred thousand in some seconds. */
async function newLeads({ context, count }: { context: Context; count: number }): Promise<LeadId[]> {
  const first = made + 1;
  made += count;
  const rows = await withoutLimit({ context }, ({ database }) =>
    database.execute<{ id: string }>(sql`
      insert into lead (name, email)
      select 'Lead ' || n, 'lead' || n || '@example.jp'
      from generate_series(${first}::int, ${made}::int) n
      returning id`),
  );
  return rows.map(({ id }) => asId<'lead'>(id));
}

/** One transaction whose statements may take their time: for setting up, never for what is measured. */
export function withoutLimit<Result>(
  { context }: { context: Context },
  work: (inner: Context) => Promise<Result>,
): Promise<Result> {
  return inTransaction({ context }, async (inner) => {
    await inner.database.execute(sql`set local statement_timeout = 0`);
    await inner.database.execute(sql`set local idle_in_transaction_session_timeout = 0`);
    return work(inner);
  });
}

/** Runs `work` over all items, so many at once. */
export async function forEachAtOnce<Item>({
  items,
  atOnce,
  work,
}: {
  items: readonly Item[];
  atOnce: number;
  work: (item: Item) => Promise<void>;
}): Promise<void> {
  const queue = [...items];
  const run = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, run));
}
