import type { LeadId } from '@sodate/journey/id';
import { connectClient } from '@sodate/worker/temporal/connect-client';
import { sql } from 'drizzle-orm';
import { pause } from './pause.ts';
import { type BenchHost, forEachAtOnce } from './start-bench-host.ts';
import { startTimersProcess } from './start-process.ts';
import { timersQueue } from './timers-queue.ts';

const callsAtOnce = 50;

/** Starts a bare timer for each lead, all due `waitMs` from now. Gives the seconds from then until all have moved. */
export async function ringTimers({
  host,
  leads,
  waitMs,
}: {
  host: BenchHost;
  leads: readonly LeadId[];
  waitMs: number;
}): Promise<number> {
  const { database } = host.context;
  await database.execute(sql`create table bench_timer (lead uuid primary key, moved_at timestamptz)`);
  await database.execute(sql`create table bench_timer_step (lead uuid primary key, at timestamptz not null)`);
  await database.execute(sql`insert into bench_timer (lead) select id from lead`);
  const timers = await startTimersProcess(host);
  const { client, close } = await connectClient(host.temporal);
  const dueAt = Date.now() + waitMs;
  await forEachAtOnce({
    items: leads,
    atOnce: callsAtOnce,
    work: async (lead) => {
      await client.workflow.start('timer', {
        taskQueue: timersQueue,
        workflowId: `timer/${lead}`,
        args: [{ lead, dueAt }],
      });
    },
  });
  if (Date.now() > dueAt) throw new Error('the timers were due before all had been started');
  const seconds = await untilRung({ host, leads, dueAt });
  await close();
  await timers.stop();
  return seconds;
}

async function untilRung({
  host: { context },
  leads,
  dueAt,
}: {
  host: BenchHost;
  leads: readonly LeadId[];
  dueAt: number;
}): Promise<number> {
  for (;;) {
    const [row] = await context.database.execute<{ moved: number; last: number }>(sql`
      select count(*)::int as moved, extract(epoch from max(at))::float as last from bench_timer_step`);
    if (row?.moved === leads.length) return row.last - dueAt / 1_000;
    await pause(500);
  }
}
