import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { type Bench, figure, scaled } from './figure.ts';
import { pause } from './harness/pause.ts';
import { publishBenchJourney } from './harness/publish-bench-journey.ts';
import { readProcess } from './harness/read-process.ts';
import { type BenchHost, startBenchHost } from './harness/start-bench-host.ts';
import { startWorkerProcess } from './harness/start-process.ts';
import { storeSleepers } from './harness/store-sleepers.ts';
import { waitingPlan } from './harness/waiting-plan.ts';

const mostPercent = 2;
const measuredMs = 60_000;
const leastMeasuredMs = 5_000;
const monthMinutes = 43_200;

/** What 100,000 sleeping leads cost: percent of one core that worker and database use while nothing happens. */
export const bench: Bench = async ({ scale }) => {
  const host = await startBenchHost();
  try {
    await host.newLeads(scaled({ count: 100_000, scale, least: 1_000 }));
    const { journey, version } = await publishBenchJourney({ host, plan: waitingPlan({ minutes: monthMinutes }) });
    await storeSleepers({ host, journey, version });
    await host.context.database.execute(sql`vacuum analyze`);
    const worker = await startWorkerProcess(host);
    await settle({ host });
    const spanMs = Math.max(leastMeasuredMs, measuredMs * Math.min(1, scale));
    const used = async () => [await readProcess(worker), await readProcess({ pid: host.postgresPid })] as const;
    const before = await used();
    const startedMs = performance.now();
    await sleep(spanMs);
    const after = await used();
    const seconds = (performance.now() - startedMs) / 1_000;
    await worker.stop();
    return (['idle-worker', 'idle-database'] as const).map((name, index) => {
      const cpuSeconds = (after[index]?.cpuSeconds ?? 0) - (before[index]?.cpuSeconds ?? 0);
      return figure({ name, value: (100 * cpuSeconds) / seconds, unit: '% of a core', baseline: mostPercent });
    });
  } finally {
    await host.stop();
  }
};

/** Until the worker has summed the steps up and every loop has made its first rounds. */
async function settle({ host: { context } }: { host: BenchHost }): Promise<void> {
  for (;;) {
    const [row] = await context.database.execute<{ summed: boolean; ruled: boolean }>(sql`
      select exists (select from progress where name = 'step-rollup') as summed,
        not exists (select from journey_rule where done_at is null) as ruled`);
    if (row?.summed && row.ruled) return sleep(5_000);
    await pause();
  }
}
