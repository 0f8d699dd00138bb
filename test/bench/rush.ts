import { lead } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import { type Instant, plus } from '@sodate/journey/time/instant';
import { findDoor } from '@sodate/services/bulk-enrolment/find-door';
import { writeEntries } from '@sodate/services/bulk-enrolment/write-entries';
import { readClock } from '@sodate/services/engine/clock';
import { enrolByHand } from '@sodate/services/enrollment/enrol-by-hand';
import { lockLeads } from '@sodate/services/event/lock-leads';
import { inTransaction } from '@sodate/services/transaction';
import { sql } from 'drizzle-orm';
import { type Bench, figure, scaled } from './figure.ts';
import { pause } from './harness/pause.ts';
import { publishBenchJourney } from './harness/publish-bench-journey.ts';
import { ringTimers } from './harness/ring-timers.ts';
import { type BenchHost, startBenchHost } from './harness/start-bench-host.ts';
import { startWorkerProcess } from './harness/start-process.ts';
import { waitingPlan } from './harness/waiting-plan.ts';

const rowsATime = 500;
const testLeads = 5;
const testLeadsEveryMs = 500;
const mostSecondsOfTestLead = 2;
/** All must have been started before the first is due: a base, and so much for each lead. */
const waitBaseMs = 30_000;
const waitALeadMs = 15;

/**
 * 10,000 leads due at one instant: how many move a second until all have, against as many bare timers of Temporal, each
 * with one local activity that makes one small transaction. And the longest that a test lead, arriving meanwhile, waits
 * for its first move.
 */
export const bench: Bench = async ({ scale }) => {
  const leads = scaled({ count: 10_000, scale, least: 100 });
  const waitMs = waitBaseMs + leads * waitALeadMs;
  const host = await startBenchHost();
  try {
    const ids = await host.newLeads(leads);
    const bareSeconds = await ringTimers({ host, leads: ids, waitMs });
    const worker = await startWorkerProcess(host);
    const dueAt = await enterAtOnce({ host, leads: ids, waitMs });
    await assertStarted({ host, dueAt });
    const arriving = await sendTestLeads({ host, dueAt });
    const productSeconds = await untilMoved({ host, leads, dueAt });
    const testSeconds = await arriving();
    await worker.stop();
    return [
      figure({ name: 'rush', value: leads / productSeconds, unit: 'leads/s', baseline: leads / bareSeconds }),
      figure({ name: 'rush-test-lead', value: testSeconds, unit: 's', baseline: mostSecondsOfTestLead }),
    ];
  } finally {
    await host.stop();
  }
};

/** All leads in, as of one instant, so that all are due at one. Gives that. */
async function enterAtOnce({
  host,
  leads,
  waitMs,
}: {
  host: BenchHost;
  leads: readonly LeadId[];
  waitMs: number;
}): Promise<Instant> {
  const { context } = host;
  const { version } = await publishBenchJourney({ host, plan: waitingPlan({ minutes: waitMs / 60_000 }) });
  const door = await findDoor({ context, version });
  if (door === undefined) throw new Error('the journey lets nobody in by hand');
  const now = await readClock({ context });
  for (let from = 0; from < leads.length; from += rowsATime) {
    await inTransaction({ context }, async (inner) => {
      const slice = await lockLeads({ context: inner, leads: leads.slice(from, from + rowsATime) });
      await writeEntries({ context: inner, door, rule: 1, leads: slice, now });
    });
  }
  return plus(now, waitMs);
}

/** @throws Error where some are due before they could be started: the machine is too slow for so many. */
async function assertStarted({ host: { context }, dueAt }: { host: BenchHost; dueAt: Instant }): Promise<void> {
  while ((await context.database.execute(sql`select 1 from outbox limit 1`)).length > 0) await pause();
  if ((await readClock({ context })) > dueAt) throw new Error('the leads were due before all had been started');
}

/** Test leads enter another journey in the midst of it, one after another. Gives the longest that one waited. */
async function sendTestLeads({ host, dueAt }: { host: BenchHost; dueAt: Instant }): Promise<() => Promise<number>> {
  const { context } = host;
  const { journey } = await publishBenchJourney({ host, plan: waitingPlan({ minutes: 0 }) });
  const made = await context.database
    .insert(lead)
    .values(Array.from({ length: testLeads }, (_, index) => ({ name: `Test ${index}`, test: true })))
    .returning({ id: lead.id });
  const sent = (async () => {
    for (const [index, { id }] of made.entries()) {
      await pause(Math.max(1, dueAt + (index + 1) * testLeadsEveryMs - context.clock.now()));
      await enrolByHand({ context, input: { journey, lead: id } });
    }
  })();
  return async () => {
    await sent;
    for (;;) {
      const [row] = await context.database.execute<{ moved: number; longest: number }>(sql`
        select count(*)::int as moved, max(extract(epoch from s.written_at - e.entered_at))::float as longest
        from enrollment e join step s on s.enrollment_id = e.id and s.hop = 1 where e.journey_id = ${journey}::uuid`);
      if (row?.moved === testLeads) return row.longest;
      await pause();
    }
  };
}

/** Seconds from the instant until the last had moved, by the ledger. */
async function untilMoved({
  host: { context },
  leads,
  dueAt,
}: {
  host: BenchHost;
  leads: number;
  dueAt: Instant;
}): Promise<number> {
  for (;;) {
    const [row] = await context.database.execute<{ moved: number; last: number }>(sql`
      select count(*)::int as moved, extract(epoch from max(written_at))::float as last
      from step where hop = 1 and not test`);
    if (row?.moved === leads) return row.last - dueAt / 1_000;
    await pause(500);
  }
}
