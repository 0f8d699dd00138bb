import type { JourneyId, LeadId, VersionId } from '@sodate/journey/id';
import { asId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import { type Bench, figure, scaled } from './figure.ts';
import { moveBare } from './harness/move-bare.ts';
import { pause } from './harness/pause.ts';
import { probeLocks } from './harness/probe-locks.ts';
import { publishBenchJourney } from './harness/publish-bench-journey.ts';
import { readProcess } from './harness/read-process.ts';
import { type BenchHost, startBenchHost } from './harness/start-bench-host.ts';
import { type BenchProcess, startWorkerProcess } from './harness/start-process.ts';
import { storeSleepers } from './harness/store-sleepers.ts';
import { waitingPlan } from './harness/waiting-plan.ts';

const longestLockMs = 200;
const mostGrowthMegabytes = 64;
const monthMinutes = 43_200;
const quietMs = 5_000;

/**
 * A version is published over 100,000 waiting leads, all of whom follow it to a later deadline: how many are brought
 * along a second, against bare UPDATEs of 500 locked leads; the longest that an update of a lead waited meanwhile; how
 * much the worker grew when a third version came over as many: by then its heap has reached its size, and what grows
 * would grow with the leads.
 */
export const bench: Bench = async ({ scale }) => {
  const leads = scaled({ count: 100_000, scale, least: 1_000 });
  const host = await startBenchHost();
  try {
    await host.newLeads(leads);
    const { journey, version } = await publishBenchJourney({ host, plan: waitingPlan({ minutes: monthMinutes }) });
    await storeSleepers({ host, journey, version });
    const bareSeconds = await moveBare({ host, journey });
    const worker = await startWorkerProcess(host);
    await settle({ host });
    const quiet = await probeQuiet({ host, version });
    const moved = await publishAndFollow({ host, journey, version, worker, minutes: 2 * monthMinutes });
    const second = await publishAndFollow({ host, journey, version: moved.version, worker, minutes: 3 * monthMinutes });
    const third = await publishAndFollow({ host, journey, version: second.version, worker, minutes: 4 * monthMinutes });
    await worker.stop();
    return [
      figure({ name: 'move', value: leads / moved.seconds, unit: 'leads/s', baseline: leads / bareSeconds }),
      figure({ name: 'move-lock', value: moved.longestMs, unit: 'ms', baseline: longestLockMs }),
      figure({ name: 'move-lock-quiet', value: quiet, unit: 'ms', baseline: longestLockMs }),
      figure({ name: 'move-memory', value: third.grownMegabytes, unit: 'MB', baseline: mostGrowthMegabytes }),
    ];
  } finally {
    await host.stop();
  }
};

/** Until the first rule of the journey is done, and the worker has its first rounds behind it. */
async function settle({ host: { context } }: { host: BenchHost }): Promise<void> {
  for (;;) {
    const rows = await context.database.execute(sql`select from journey_rule where done_at is null`);
    if (rows.length === 0) return;
    await pause();
  }
}

/** The longest that an update of a lead takes while nothing is published: what the machine itself adds. */
async function probeQuiet({ host, version }: { host: BenchHost; version: VersionId }): Promise<number> {
  const prober = probeLocks({ host, choose: () => chooseLead({ host, old: version }) });
  await pause(quietMs);
  return (await prober.stop()).longestMs;
}

async function publishAndFollow({
  host,
  journey,
  version: old,
  worker,
  minutes,
}: {
  host: BenchHost;
  journey: JourneyId;
  version: VersionId;
  worker: BenchProcess;
  minutes: number;
}) {
  const { database } = host.context;
  const before = (await readProcess(worker)).residentBytes;
  let most = before;
  const { version } = await publishBenchJourney({ host, journey, plan: waitingPlan({ minutes }) });
  const startedMs = performance.now();
  const prober = probeLocks({ host, choose: () => chooseLead({ host, old }) });
  for (;;) {
    const [row] = await database.execute<{ left: boolean }>(sql`
      select exists (select from enrollment where version_id = ${old}::uuid and state <> 'ended') as left`);
    most = Math.max(most, (await readProcess(worker)).residentBytes);
    if (row?.left === false) break;
    await pause();
  }
  const seconds = (performance.now() - startedMs) / 1_000;
  const { longestMs } = await prober.stop();
  return { version, seconds, longestMs, grownMegabytes: (most - before) / 2 ** 20 };
}

/** Half of the time any lead, half of the time one whose turn is near. */
async function chooseLead({ host, old }: { host: BenchHost; old: VersionId }): Promise<LeadId | undefined> {
  const skip = Math.floor(Math.random() * (Math.random() < 0.5 ? 500 : 50_000));
  const [row] = await host.context.database.execute<{ lead: string }>(sql`
    select lead_id as lead from enrollment where version_id = ${old}::uuid and state <> 'ended'
    order by id offset ${skip}::int limit 1`);
  if (row !== undefined) return asId<'lead'>(row.lead);
  const [first] = await host.context.database.execute<{ id: string }>(sql`select id from lead limit 1`);
  return first === undefined ? undefined : asId<'lead'>(first.id);
}
