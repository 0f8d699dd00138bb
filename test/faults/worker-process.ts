import type { Timings } from '@sodate/services/timings';
import { startWorker } from '@sodate/worker/serve';

/** What a worker of a fault test is to do. Given as JSON in `FAULT_WORKER`. */
export interface WorkerOrders {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly smtpUrl: string;
  readonly timings: Timings;
}

const { timings, ...where } = JSON.parse(process.env.FAULT_WORKER ?? '') as WorkerOrders;

// A test that is gone leaves nothing behind.
process.once('disconnect', () => process.exit());
await startWorker({
  timings,
  config: { ...where, publicUrl: 'http://sodate.test', logLevel: 'error' },
});
