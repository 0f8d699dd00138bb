import { armCrashPoints, type CrashPoint } from '@sodate/services/engine/crash-point';
import type { Timings } from '@sodate/services/timings';
import { startWorker } from '@sodate/worker/serve';

/** What a worker of a fault test is to do. Given as JSON in `FAULT_WORKER`. */
export interface WorkerOrders {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly smtpUrl: string;
  /** The workflow bundle's file. */
  readonly codePath: string;
  readonly timings: Timings;
  /** Where it kills itself, and at which passing of that point, from 1. Absent: never. */
  readonly die?: { readonly at: CrashPoint; readonly passing: number };
}

const { codePath, timings, die, ...where } = JSON.parse(process.env.FAULT_WORKER ?? '') as WorkerOrders;

// A test that is gone leaves nothing behind.
process.once('disconnect', () => process.exit());
if (die) armDeath(die);
await startWorker({
  bundle: { codePath },
  timings,
  config: { ...where, publicUrl: 'http://sodate.test', logLevel: 'error' },
});

/** SIGKILL, as the machine's own killer sends it: nothing is closed, nothing is said. */
function armDeath({ at, passing }: NonNullable<WorkerOrders['die']>): void {
  let passings = 0;
  armCrashPoints((point) => {
    if (point !== at || ++passings < passing) return;
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => {});
  });
}
