import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asId, type NodeId } from '@sodate/journey/id';
import { type Bench, figure, scaled } from './figure.ts';
import { benchPlan } from './harness/bench-journey.ts';
import { carryLeads } from './harness/carry-leads.ts';
import { drawSoak } from './harness/draw-soak.ts';
import { driveLoad } from './harness/drive-load.ts';
import { pause } from './harness/pause.ts';
import { publishBenchJourney } from './harness/publish-bench-journey.ts';
import { startBenchHost } from './harness/start-bench-host.ts';
import { startWorkerProcess } from './harness/start-process.ts';
import { sumUpSoak } from './harness/sum-up-soak.ts';
import { type Sample, takeSample } from './harness/take-sample.ts';

const leadsForCapacity = 200;
const samples = 240;
const leastBetweenMs = 1_000;
const mostGrowthMegabytes = 64;
const mostLateSeconds = 2;
const folder = join(import.meta.dirname, '../../bench-results');

/**
 * Mixed load at a third of what the machine can do, for `--minutes`: leads who visit, get mails, click and end, page views
 * of leads who are through, and a publish now and then. Draws memory, sizes of tables, dead rows and lateness over time
 * into `bench-results/soak.svg`, and sums them up in `soak.txt`. Nothing may grow without a reason.
 */
export const bench: Bench = async ({ scale, minutes }) => {
  const host = await startBenchHost();
  const worker = await startWorkerProcess(host);
  try {
    const mails = {
      [asId<'node'>('first') as NodeId]: host.mailVersion,
      [asId<'node'>('second') as NodeId]: host.mailVersion,
    };
    const { journey } = await publishBenchJourney({ host, plan: benchPlan(host.mail), mails });
    const publish = () => publishBenchJourney({ host, plan: benchPlan(host.mail), mails, journey });
    const trial = scaled({ count: leadsForCapacity, scale, least: 40 });
    await carryLeads({ host, leads: await host.newLeads(40) });
    const capacity = trial / (await carryLeads({ host, leads: await host.newLeads(trial) }));
    const load = driveLoad({ host, leadsASecond: capacity / 3, publish });
    const taken: Sample[] = [];
    const startedMs = performance.now();
    const lengthMs = minutes * 60_000;
    const betweenMs = Math.max(leastBetweenMs, lengthMs / samples);
    while (performance.now() - startedMs < lengthMs) {
      await pause(betweenMs);
      const seconds = (performance.now() - startedMs) / 1_000;
      taken.push(await takeSample({ host, worker, seconds, sinceSeconds: betweenMs / 1_000 }));
    }
    const sent = await load.stop();
    const summary = sumUpSoak({ samples: taken, capacity, ...sent });
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'soak.svg'), drawSoak(taken));
    await writeFile(join(folder, 'soak.txt'), summary.text);
    console.error(summary.text);
    return [
      figure({ name: 'soak-memory', value: summary.grownMegabytes, unit: 'MB', baseline: mostGrowthMegabytes }),
      figure({ name: 'soak-late', value: summary.lateSeconds, unit: 's', baseline: mostLateSeconds }),
      figure({
        name: 'soak-bytes-a-lead',
        value: summary.bytesALead.later,
        unit: 'bytes',
        baseline: summary.bytesALead.earlier,
      }),
      figure({ name: 'soak-errors', value: sent.failed, unit: 'calls', baseline: 0 }),
    ];
  } finally {
    await worker.stop();
    await host.stop();
  }
};
