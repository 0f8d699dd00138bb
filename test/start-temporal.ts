import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@sodate/cli/process/find-free-port';
import { spawnCommand } from '@sodate/cli/process/spawn-command';
import { obtainTemporal } from '@sodate/cli/temporal/obtain-temporal';
import { prepareTemporal } from '@sodate/cli/temporal/prepare-temporal';
import { temporalCommand } from '@sodate/cli/temporal/temporal-command';

export interface TestTemporal {
  readonly address: string;
  readonly namespace: string;
  readonly pid: number;
  /** As a crash of the machine would. */
  kill(): Promise<void>;
  /** Starts again on the same port and file, after `kill`. */
  restart(): Promise<void>;
  /** Copies the file of a server that was killed into an empty folder. */
  saveTo(folder: string): Promise<void>;
  /** Puts a copy in the place of the file of a server that was killed. An empty folder: it has lost everything. */
  loadFrom(folder: string): Promise<void>;
  /** Ends the server and removes its file. */
  stop(): Promise<void>;
}

/** A Temporal server of the test's own, ready to use, with our search attribute. Takes one to three seconds. */
export async function startTemporal(): Promise<TestTemporal> {
  const program = await obtainTemporal({ env: process.env, say: () => {} });
  const folder = await mkdtemp(join(tmpdir(), 'sodate-temporal-'));
  const port = await findFreePort();
  const address = `127.0.0.1:${port}`;
  const namespace = 'default';
  const launch = async () => {
    const child = spawnCommand(temporalCommand({ program, port, file: join(folder, 'temporal.db') }));
    child.stdout?.resume();
    child.stderr?.resume();
    await prepareTemporal({ address, namespace, withinMs: 30_000 });
    return child;
  };
  let child = await launch();
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    await ended;
  };
  return {
    address,
    namespace,
    get pid() {
      return child.pid ?? 0;
    },
    kill: () => end('SIGKILL'),
    restart: async () => {
      child = await launch();
    },
    saveTo: (copy) => cp(folder, copy, { recursive: true }),
    loadFrom: async (copy) => {
      await Promise.all((await readdir(folder)).map((file) => rm(join(folder, file))));
      await cp(copy, folder, { recursive: true });
    },
    stop: async () => {
      await end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
