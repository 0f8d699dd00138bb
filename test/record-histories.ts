import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { startWorker } from '@sodate/worker/serve';
import { connectClient } from '@sodate/worker/temporal/connect-client';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { type BenchHost, startBenchHost } from './bench/harness/start-bench-host.ts';
import { faultTimings } from './faults/zoo/fault-timings.ts';
import { type Scene, scenes } from './histories/scenes.ts';
import { type Played, type Stage, until } from './histories/stage.ts';

/*
 * node test/record-histories.ts [name…]
 *
 * Plays each scene on real stores and a real worker, and writes the history of its workflow to
 * workflows/histories/NAME.json. The replay test holds the workflows' code to these: a release must be able to go on
 * with every passage that an older one began. So histories are added, and recorded ones are replaced only together
 * with a versioned change of the workflows' code.
 */
const folder = new URL('../workflows/histories/', import.meta.url).pathname;
const workflowsPath = new URL('../workflows/src/index.ts', import.meta.url).pathname;

await record(process.argv.slice(2));

async function record(names: readonly string[]): Promise<void> {
  const wanted = scenes.filter(({ name }) => names.length === 0 || names.includes(name));
  await mkdir(folder, { recursive: true });
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  const host = await startBenchHost();
  const { client, close } = await connectClient(host.temporal);
  try {
    for (const scene of wanted) {
      const json = await recordScene({ scene, stage: { host, client }, code });
      await writeFile(`${folder}${scene.name}.json`, `${json}\n`);
      process.stdout.write(`${scene.name}: ${json.length} bytes\n`);
    }
  } finally {
    await close();
    await host.stop();
  }
}

async function recordScene({ scene, stage, code }: { scene: Scene; stage: Stage; code: string }): Promise<string> {
  const worker = await launchWorker({ host: stage.host, code, queued: scene.queued ?? false });
  try {
    return await readHistory({ stage, played: await scene.play(stage) });
  } finally {
    await worker.close();
  }
}

function launchWorker({ host, code, queued }: { host: BenchHost; code: string; queued: boolean }) {
  return startWorker({
    bundle: { code },
    timings: queued ? { ...faultTimings, inlineLimitMs: 0 } : faultTimings,
    config: {
      databaseUrl: host.databaseUrl,
      temporalAddress: host.temporal.address,
      temporalNamespace: host.temporal.namespace,
      smtpUrl: host.smtpUrl,
      publicUrl: 'http://sodate.test',
      logLevel: 'silent',
    },
  });
}

/** The whole history once the run is closed; who ran it, and where, is left out. */
async function readHistory({ stage: { client }, played }: { stage: Stage; played: Played }): Promise<string> {
  const handle = client.workflow.getHandle(played.workflowId, played.runId, { followRuns: false });
  await until(() => isKnown(handle));
  // A removed passage's workflow is terminated, which `result` would tell as a failure.
  await handle.result().catch(() => undefined);
  const history: unknown = JSON.parse(historyToJSON(await handle.fetchHistory()));
  return JSON.stringify(history, (name, value: unknown) => (isMachine({ name, value }) ? 'recorder' : value));
}

/** Whether the start has reached Temporal. */
function isKnown(handle: WorkflowHandle): Promise<boolean> {
  return handle.describe().then(
    () => true,
    () => false,
  );
}

/** A worker's identity, or its own queue: both name the machine. */
function isMachine({ name, value }: { name: string; value: unknown }): boolean {
  return name === 'identity' || (name === 'name' && typeof value === 'string' && value.includes(`@${hostname()}-`));
}
