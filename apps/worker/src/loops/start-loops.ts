import { carryBulkChange } from '@sodate/services/bulk/carry-bulk-change';
import { runBulkEnrolment, type Turn } from '@sodate/services/bulk-enrolment/run-bulk-enrolment';
import type { Context } from '@sodate/services/context';
import { repeatSends } from '@sodate/services/effect/repeat-sends';
import { applyRuleBatch } from '@sodate/services/engine/apply-rule-batch';
import { deliverOutbox, mostOutboxRows } from '@sodate/services/engine/deliver-outbox';
import type { EngineContext } from '@sodate/services/engine/engine-context';
import { advanceMark, checkMark } from '@sodate/services/engine/keep-mark';
import { reportAlive } from '@sodate/services/engine/report-alive';
import { rollUpSteps } from '@sodate/services/engine/roll-up-steps';
import { sweep } from '@sodate/services/engine/sweep';
import { watch } from '@sodate/services/engine/watch';
import type { WorkflowPort } from '@sodate/services/engine/workflow-port';
import { ensurePartitions } from '@sodate/services/event/ensure-partitions';
import { forgetMessageIds } from '@sodate/services/event/forget-message-ids';
import { refreshScores } from '@sodate/services/score/refresh-scores';
import { type Repeating, repeat } from './repeat.ts';

interface Loops {
  readonly context: EngineContext;
  readonly workflows: WorkflowPort;
  /** This process's name among the workers. */
  readonly worker: string;
  /** Told after each heartbeat how many workers are alive. */
  readonly onCrew: (size: number) => void;
}

const heartbeatMs = 5_000;
const faultMs = 2_000;
const housekeepingMs = 3_600_000;
const ruleBatchIdleMs = 1_000;
const bulkIdleMs = 1_000;
const repeatsMs = 1_000;
const scoresMs = 60_000;
const bulkEnrolmentMs: Readonly<Record<Turn, number>> = { worked: 0, full: 100, idle: 1_000 };

/** Everything a worker does besides polling: each may run in several workers at once, and each turn is short. */
export function startLoops(loops: Loops): Repeating {
  const { context, workflows, worker, onCrew } = loops;
  const { timings, logger } = context;
  const start = (name: string, work: () => Promise<number>) => repeat({ name, work, afterFaultMs: faultMs, logger });
  let idleMs = timings.relayIdleMinMs;
  const running = [
    start('relay', async () => {
      const taken = await deliverOutbox({ context, workflows });
      // A full batch: more lies there. Otherwise a moment's pause lets the next one be worth its transaction.
      if (taken === mostOutboxRows) return 0;
      idleMs = taken > 0 ? timings.relayIdleMinMs : Math.min(timings.relayIdleMaxMs, idleMs * 2);
      return idleMs;
    }),
    start('watch', () => watch({ context }).then(() => timings.watchEveryMs)),
    start('rules', async () => ((await applyRuleBatch({ context })) > 0 ? 0 : ruleBatchIdleMs)),
    start('bulk', async () => ((await carryBulkChange({ context })) > 0 ? 0 : bulkIdleMs)),
    start('repeats', () => repeatSends({ context }).then(() => repeatsMs)),
    start('bulk-enrolment', async () => bulkEnrolmentMs[await runBulkEnrolment({ context })]),
    start('mark-check', () => checkMark({ context, workflows }).then(() => timings.markCheckMs)),
    start('mark', advanceLater({ context, workflows })),
    start('sweep', () => sweep({ context }).then(() => timings.sweepEveryMs)),
    start('roll-up', () => rollUpSteps({ context }).then(() => timings.rollupEveryMs)),
    start('scores', () => refreshScores({ context }).then(() => scoresMs)),
    start('housekeeping', () => keepHouse({ context })),
    start('heartbeat', async () => {
      onCrew(await reportAlive({ context, worker }));
      return heartbeatMs;
    }),
  ];
  return { stop: () => Promise.all(running.map((one) => one.stop())).then(() => undefined) };
}

/** The first mark is made by the check; the next follow at their own pace. */
function advanceLater({ context, workflows }: { context: Context; workflows: WorkflowPort }): () => Promise<number> {
  let first = true;
  return async () => {
    if (!first) await advanceMark({ context, workflows });
    first = false;
    return context.timings.markEveryMs;
  };
}

async function keepHouse({ context }: { context: Context }): Promise<number> {
  await ensurePartitions({ context });
  await forgetMessageIds({ context });
  return housekeepingMs;
}
