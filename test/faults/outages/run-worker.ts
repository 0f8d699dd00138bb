import { type ChildProcess, fork } from 'node:child_process';
import type { FaultHost } from '../start-fault-host.ts';
import type { WorkerOrders } from '../worker-process.ts';

export interface TestWorker {
  /** For a message to what was loaded before it. */
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

const program = new URL('../worker-process.ts', import.meta.url).pathname;

/**
 * A worker of the host in a process of its own, begun again whenever it ends, as our supervisor would. `orders` replaces
 * where it finds its stores; `preload` is a module that runs before it.
 */
export function runWorker({
  host,
  orders = {},
  preload,
}: {
  host: Pick<FaultHost, 'orders'>;
  orders?: Partial<WorkerOrders>;
  preload?: string;
}): TestWorker {
  const FAULT_WORKER = JSON.stringify({ ...host.orders, ...orders });
  const execArgv = preload === undefined ? [] : ['--import', preload];
  let stopping = false;
  const launch = () => {
    const child = fork(program, { env: { ...process.env, FAULT_WORKER }, execArgv, silent: true });
    child.once('exit', () => {
      if (!stopping) running = launch();
    });
    return child;
  };
  let running = launch();
  return {
    get process() {
      return running;
    },
    stop: async () => {
      stopping = true;
      if (running.exitCode !== null || running.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
      running.kill('SIGTERM');
      await ended;
    },
  };
}
