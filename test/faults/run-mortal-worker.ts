import { type ChildProcess, fork } from 'node:child_process';
import type { CrashPoint } from '@sodate/services/engine/crash-point';
import type { WorkerOrders } from './worker-process.ts';

export interface MortalWorker {
  /** Deaths so far. */
  readonly deaths: number;
  /** Ends the worker that lives now. */
  stop(): Promise<void>;
}

const program = new URL('./worker-process.ts', import.meta.url).pathname;

/**
 * A worker in a process of its own that kills itself at its `passings[0]`th passing of the point; the next one at its
 * `passings[1]`th, and so on; the last one lives. Each follows at once on the death of the one before.
 */
export function runMortalWorker({
  orders,
  at,
  passings,
}: {
  orders: Omit<WorkerOrders, 'die'>;
  at: CrashPoint;
  passings: readonly number[];
}): MortalWorker {
  let deaths = 0;
  let child: ChildProcess;
  const launch = () => {
    const passing = passings[deaths];
    const given: WorkerOrders = passing === undefined ? orders : { ...orders, die: { at, passing } };
    child = fork(program, { env: { ...process.env, FAULT_WORKER: JSON.stringify(given) }, execArgv: [] });
    child.once('exit', (_code, signal) => {
      if (signal !== 'SIGKILL') return;
      deaths++;
      launch();
    });
  };
  launch();
  return {
    get deaths() {
      return deaths;
    },
    stop: async () => {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      await ended;
    },
  };
}
