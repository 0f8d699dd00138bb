import { connect } from '@sodate/database/connect';
import { DefaultLogger, makeTelemetryFilterString, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { TimerActivities } from './timer-workflow.ts';
import { timersQueue } from './timers-queue.ts';

/** What a worker of bare timers is to do. Given as JSON in `BENCH_TIMERS`. */
export interface TimersOrders {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly codePath: string;
}

const orders = JSON.parse(process.env.BENCH_TIMERS ?? '') as TimersOrders;

process.once('disconnect', () => process.exit());
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  shutdownSignals: [],
  telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
});
const pool = connect({ url: orders.databaseUrl, size: 20, name: 'bench-timers' });
const activities: TimerActivities = {
  // One small transaction: lock, write, note it down.
  move: async ({ lead }) => {
    await pool.sql.begin(async (sql) => {
      await sql`select 1 from bench_timer where lead = ${lead} for update`;
      await sql`update bench_timer set moved_at = clock_timestamp() where lead = ${lead}`;
      await sql`insert into bench_timer_step (lead, at) values (${lead}, clock_timestamp())`;
    });
  },
};
const connection = await NativeConnection.connect({ address: orders.temporalAddress });
const worker = await Worker.create({
  connection,
  namespace: orders.temporalNamespace,
  taskQueue: timersQueue,
  workflowBundle: { codePath: orders.codePath },
  activities,
  maxConcurrentWorkflowTaskExecutions: 100,
  maxConcurrentLocalActivityExecutions: 100,
  maxCachedWorkflows: 5_000,
});
process.once('SIGTERM', () => worker.shutdown());
process.send?.('ready');
await worker.run();
await connection.close();
await pool.close();
process.disconnect?.();
