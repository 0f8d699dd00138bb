import { startBulkEnrolment } from '@sodate/services/bulk-enrolment/start-bulk-enrolment';
import { sql } from 'drizzle-orm';
import { type Bench, figure, scaled } from './figure.ts';
import { enrolBare } from './harness/enrol-bare.ts';
import { pause } from './harness/pause.ts';
import { publishBenchJourney } from './harness/publish-bench-journey.ts';
import { type BenchHost, startBenchHost } from './harness/start-bench-host.ts';
import { startWorkerProcess } from './harness/start-process.ts';
import { waitingPlan } from './harness/waiting-plan.ts';

const weekMinutes = 10_080;

/**
 * Leads enrolled a second, 100,000 of them: from a person's word until every row is written and every workflow started,
 * against bare INSERTs of many rows and start calls by the client.
 */
export const bench: Bench = async ({ scale }) => {
  const leads = scaled({ count: 100_000, scale, least: 500 });
  const host = await startBenchHost();
  try {
    const ids = await host.newLeads(leads);
    const bareSeconds = await enrolBare({ host, leads: ids, waitMs: weekMinutes * 60_000 });
    const worker = await startWorkerProcess(host);
    const productSeconds = await enrolAll({ host, leads });
    await worker.stop();
    return [figure({ name: 'enroll', value: leads / productSeconds, unit: 'leads/s', baseline: leads / bareSeconds })];
  } finally {
    await host.stop();
  }
};

async function enrolAll({ host, leads }: { host: BenchHost; leads: number }): Promise<number> {
  const { context } = host;
  const { journey } = await publishBenchJourney({ host, plan: waitingPlan({ minutes: weekMinutes }) });
  const startedMs = performance.now();
  await startBulkEnrolment({ context, input: { journey, filter: {} } });
  for (;;) {
    const [row] = await context.database.execute<{ entered: number; waiting: boolean }>(sql`
      select entered, exists (select from outbox) as waiting from bulk_enrolment`);
    if (row?.entered === leads && !row.waiting) return (performance.now() - startedMs) / 1_000;
    await pause();
  }
}
