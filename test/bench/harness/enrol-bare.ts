import type { LeadId } from '@sodate/journey/id';
import { connectClient } from '@sodate/worker/temporal/connect-client';
import { sql } from 'drizzle-orm';
import { type BenchHost, forEachAtOnce } from './start-bench-host.ts';

const rowsATime = 500;
const callsAtOnce = 50;

/**
 * What a developer would write by hand: 500 leads at a time, one INSERT of as many rows for the state and one for the
 * ledger, then a start call for each, fifty at once. Gives the seconds it took.
 */
export async function enrolBare({
  host: { context, temporal },
  leads,
  waitMs,
}: {
  host: BenchHost;
  leads: readonly LeadId[];
  waitMs: number;
}): Promise<number> {
  const { database } = context;
  await database.execute(sql`create table bench_passage (id uuid primary key default uuidv7(), lead uuid not null,
    node text not null, state text not null, until timestamptz not null)`);
  await database.execute(sql`create unique index on bench_passage (lead) where state <> 'ended'`);
  await database.execute(sql`create index on bench_passage (until)`);
  await database.execute(sql`create table bench_ledger (passage uuid not null, step int not null, node text not null,
    at timestamptz not null default now(), primary key (passage, step))`);
  const { client, close } = await connectClient(temporal);
  const startedMs = performance.now();
  for (let from = 0; from < leads.length; from += rowsATime) {
    const slice = leads.slice(from, from + rowsATime);
    const rows = await database.execute<{ id: string }>(sql`
      insert into bench_passage (lead, node, state, until) values ${sql.join(
        slice.map((lead) => sql`(${lead}::uuid, 'wait', 'resting', now() + ${waitMs} * interval '1 millisecond')`),
        sql`, `,
      )} returning id`);
    await database.execute(sql`
      insert into bench_ledger (passage, step, node) values ${sql.join(
        rows.map(({ id }) => sql`(${id}::uuid, 0, 'wait')`),
        sql`, `,
      )}`);
    await forEachAtOnce({
      items: rows,
      atOnce: callsAtOnce,
      work: async ({ id }) => {
        await client.workflow.start('timer', {
          taskQueue: 'nobody',
          workflowId: `bare/${id}`,
          args: [{ lead: id }],
          startDelay: waitMs,
        });
      },
    });
  }
  const seconds = (performance.now() - startedMs) / 1_000;
  await close();
  return seconds;
}
