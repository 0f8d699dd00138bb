import { startWorker } from '@sodate/worker/serve';

/** What the product's worker of a bench is to do. Given as JSON in `BENCH_WORKER`. */
export interface BenchWorkerOrders {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly smtpUrl: string;
  /** The workflow bundle's file. */
  readonly codePath: string;
}

const { codePath, ...where } = JSON.parse(process.env.BENCH_WORKER ?? '') as BenchWorkerOrders;

// A bench that is gone leaves nothing behind.
process.once('disconnect', () => process.exit());
const worker = await startWorker({
  bundle: { codePath },
  config: { ...where, publicUrl: 'http://bench.test', logLevel: 'error' },
});
process.once('SIGTERM', () => void worker.close().then(() => process.exit()));
process.send?.('ready');
