import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import type { BenchHost } from './start-bench-host.ts';
import type { TimersOrders } from './timers-process.ts';
import type { BenchWorkerOrders } from './worker-process.ts';

export interface BenchProcess {
  readonly pid: number;
  stop(): Promise<void>;
}

/** The product's worker in a process of its own, so that what it uses can be told from what drives it. */
export function startWorkerProcess(host: BenchHost): Promise<BenchProcess> {
  return start({
    program: './worker-process.ts',
    workflows: '../../../workflows/src/index.ts',
    variable: 'BENCH_WORKER',
    orders: ({ codePath }): BenchWorkerOrders => ({ ...placesOf(host), smtpUrl: host.smtpUrl, codePath }),
  });
}

/** A worker that does nothing but let bare timers ring. */
export function startTimersProcess(host: BenchHost): Promise<BenchProcess> {
  return start({
    program: './timers-process.ts',
    workflows: './timer-workflow.ts',
    variable: 'BENCH_TIMERS',
    orders: ({ codePath }): TimersOrders => ({ ...placesOf(host), codePath }),
  });
}

function placesOf({ databaseUrl, temporal }: BenchHost) {
  return { databaseUrl, temporalAddress: temporal.address, temporalNamespace: temporal.namespace };
}

async function start({
  program,
  workflows,
  variable,
  orders,
}: {
  program: string;
  workflows: string;
  variable: string;
  orders: (given: { codePath: string }) => object;
}): Promise<BenchProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'sodate-bench-process-'));
  const codePath = join(folder, 'bundle.js');
  const workflowsPath = new URL(workflows, import.meta.url).pathname;
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  await writeFile(codePath, code);
  const child = fork(new URL(program, import.meta.url).pathname, {
    env: { ...process.env, [variable]: JSON.stringify(orders({ codePath })) },
    execArgv: [],
  });
  await isReady(child);
  return {
    pid: child.pid ?? 0,
    stop: async () => {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`the process ended with ${code} before it was ready`)));
  });
}
