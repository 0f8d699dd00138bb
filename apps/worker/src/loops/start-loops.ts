import { carryBulkChange } from '@sodate/services/bulk/carry-bulk-change';
import { runBulkEnrolment } from '@sodate/services/bulk-enrolment/run-bulk-enrolment';
import { tellCompanyLeads } from '@sodate/services/company/tell-company-leads';
import type { Context } from '@sodate/services/context';
import { repeatSends } from '@sodate/services/effect/repeat-sends';
import { applyRuleBatch } from '@sodate/services/engine/apply-rule-batch';
import { deliverOutbox, mostOutboxRows } from '@sodate/services/engine/deliver-outbox';
import type { EngineContext } from '@sodate/services/engine/engine-context';
import { advanceMark, checkMark, type MarkMemory } from '@sodate/services/engine/keep-mark';
import { reportAlive } from '@sodate/services/engine/report-alive';
import { rollUpMails } from '@sodate/services/engine/roll-up-mails';
import { rollUpSteps } from '@sodate/services/engine/roll-up-steps';
import { sweep } from '@sodate/services/engine/sweep';
import { watch } from '@sodate/services/engine/watch';
import type { WorkflowPort } from '@sodate/services/engine/workflow-port';
import { ensurePartitions } from '@sodate/services/event/ensure-partitions';
import { forgetMessageIds } from '@sodate/services/event/forget-message-ids';
import { runImport } from '@sodate/services/lead-import/run-import';
import { type LoopName, loopPeriods } from '@sodate/services/operation/loop-periods';
import { refreshScores } from '@sodate/services/score/refresh-scores';
import { forgetRobots } from '@sodate/services/write-key/note-robots';
import type { FirstLooks } from './first-looks.ts';
import { type Repeating, repeat } from './repeat.ts';
import { type LoopTurn, reportTurns } from './report-turns.ts';

interface Loops {
  readonly context: EngineContext;
  readonly workflows: WorkflowPort;
  /** This process's name among the workers. */
  readonly worker: string;
  /** What this process has seen of the mark. */
  readonly memory: MarkMemory;
  readonly firstLooks: Pick<FirstLooks, 'begin'>;
  /** Told after each heartbeat how many workers are alive. */
  readonly onCrew: (size: number) => void;
}

const heartbeatMs = 5_000;
const faultMs = 2_000;
const housekeepingMs = 3_600_000;
const scoresMs = 5_000;

/** Everything a worker does besides polling: each may run in several workers at once, and each turn is short. */
export function startLoops(loops: Loops): Repeating {
  const { context, workflows, worker, memory, firstLooks, onCrew } = loops;
  const { timings, logger } = context;
  const periods = loopPeriods(timings);
  const untilIdle = (name: LoopName, work: () => Promise<number>) => async (): Promise<LoopTurn> => {
    const did = await work();
    return { did, waitMs: did > 0 ? 0 : periods[name] };
  };
  const start = (name: LoopName, work: () => Promise<LoopTurn>) =>
    repeat({ name, work: reportTurns({ context, worker, name, work }), afterFaultMs: faultMs, logger });
  const running = [
    start('relay', relayTurns({ context, workflows })),
    start('first-looks', async () => ({ did: await firstLooks.begin(), waitMs: timings.firstLooksMs })),
    start('watch', async () => ({ did: await watch({ context }), waitMs: timings.watchEveryMs })),
    start(
      'rules',
      untilIdle('rules', () => applyRuleBatch({ context })),
    ),
    start(
      'bulk',
      untilIdle('bulk', () => carryBulkChange({ context })),
    ),
    start(
      'company-changes',
      untilIdle('company-changes', () => tellCompanyLeads({ context })),
    ),
    start(
      'lead-imports',
      untilIdle('lead-imports', () => runImport({ context })),
    ),
    start('repeats', async () => ({ did: await repeatSends({ context }), waitMs: periods.repeats })),
    start('bulk-enrolment', async () => {
      const turn = await runBulkEnrolment({ context });
      return {
        did: turn === 'worked' ? 1 : 0,
        waitMs: { worked: 0, full: 100, idle: periods['bulk-enrolment'] }[turn],
      };
    }),
    start('mark-check', async () => {
      const finding = await checkMark({ context, workflows, memory });
      return { did: finding === 'well' ? 0 : 1, waitMs: timings.markCheckMs };
    }),
    start('mark', advanceLater({ context, workflows })),
    start('sweep', async () => ({ did: await sweep({ context }), waitMs: timings.sweepEveryMs })),
    start('roll-up', async () => {
      await rollUpSteps({ context });
      const { behind } = await rollUpMails({ context });
      return { did: 0, waitMs: behind ? 0 : timings.rollupEveryMs };
    }),
    start('scores', async () => {
      const { changed, more } = await refreshScores({ context });
      return { did: changed, waitMs: more ? 0 : scoresMs };
    }),
    start('housekeeping', () => keepHouse({ context })),
    start('heartbeat', async () => {
      onCrew(await reportAlive({ context, worker }));
      return { did: 0, waitMs: heartbeatMs };
    }),
  ];
  return { stop: () => Promise.all(running.map((one) => one.stop())).then(() => undefined) };
}

function relayTurns({ context, workflows }: { context: Context; workflows: WorkflowPort }): () => Promise<LoopTurn> {
  const { relayIdleMinMs, relayIdleMaxMs } = context.timings;
  let idleMs = relayIdleMinMs;
  return async () => {
    const did = await deliverOutbox({ context, workflows });
    // A full batch: more lies there. Otherwise a moment's pause lets the next one be worth its transaction.
    if (did === mostOutboxRows) return { did, waitMs: 0 };
    idleMs = did > 0 ? relayIdleMinMs : Math.min(relayIdleMaxMs, idleMs * 2);
    return { did, waitMs: idleMs };
  };
}

/** The first mark is made by the check; the next follow at their own pace. */
function advanceLater({ context, workflows }: { context: Context; workflows: WorkflowPort }): () => Promise<LoopTurn> {
  let first = true;
  return async () => {
    const did = first ? 0 : 1;
    if (!first) await advanceMark({ context, workflows });
    first = false;
    return { did, waitMs: context.timings.markEveryMs };
  };
}

async function keepHouse({ context }: { context: Context }): Promise<LoopTurn> {
  await ensurePartitions({ context });
  return { did: (await forgetMessageIds({ context })) + (await forgetRobots({ context })), waitMs: housekeepingMs };
}
