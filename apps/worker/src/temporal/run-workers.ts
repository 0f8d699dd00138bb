import type { EngineContext } from '@sodate/services/engine/engine-context';
import { DefaultLogger, makeTelemetryFilterString, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createLooks, createPerforming } from './activities.ts';
import { mainQueue } from './workflow-port.ts';

export interface RunningWorkers {
  /** Ends polling and lets work under way end, at most 15 s. */
  stop(): Promise<void>;
}

/** So few that a channel's eight inline sends are seldom all taken: what finds no room takes a task, and a second look. */
const lookLimit = 16;
const performLimit = 50;

/**
 * Our workflows are a few loops of our own, which await after each look: they need neither a watchdog, which is a thread
 * begun and ended at every step, nor the stack of every promise. Both together cost more than the loops. Understood only
 * by the patched SDK (`patches/`).
 */
const trusted = { isolateExecutionTimeout: 0 };

/** Core's logs go past any logger given; only its errors are wanted. Once a process. */
export function installRuntime(): void {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
  });
}

/** Polls the main queue for workflows and looks, and each channel's queue for queued effects. */
export async function runWorkers({
  context,
  address,
  namespace,
  bundle,
  rates,
}: {
  context: EngineContext;
  address: string;
  namespace: string;
  /** The workflow bundle: a file, or its code. */
  bundle: { readonly codePath: string } | { readonly code: string };
  /** Task queue → sends a second at the most, over all workers. */
  rates: Readonly<Record<string, number>>;
}): Promise<RunningWorkers> {
  const connection = await NativeConnection.connect({ address });
  const common = { connection, namespace, shutdownGraceTime: '15 s' } as const;
  const main = await Worker.create({
    ...common,
    taskQueue: mainQueue,
    workflowBundle: bundle,
    activities: createLooks({ context }),
    maxConcurrentWorkflowTaskExecutions: lookLimit,
    maxConcurrentLocalActivityExecutions: lookLimit,
    maxCachedWorkflows: 5_000,
    ...trusted,
  });
  const channels = await Promise.all(
    Object.entries(rates).map(([taskQueue, rate]) =>
      Worker.create({
        ...common,
        taskQueue,
        activities: createPerforming({ context }),
        maxConcurrentActivityTaskExecutions: performLimit,
        ...(Number.isFinite(rate) ? { maxTaskQueueActivitiesPerSecond: rate / 2 } : {}),
      }),
    ),
  );
  const workers = [main, ...channels];
  const running = workers.map((worker) => worker.run());
  return {
    stop: async () => {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await Promise.allSettled(running);
      await connection.close();
    },
  };
}
