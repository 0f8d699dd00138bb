import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresCommand } from '@sodate/cli/postgres/postgres-command';
import { prepareCluster, superuser } from '@sodate/cli/postgres/prepare-cluster';
import { waitForPostgres } from '@sodate/cli/postgres/wait-for-postgres';
import type { Command } from '@sodate/cli/process/command';
import { findFreePort } from '@sodate/cli/process/find-free-port';
import { spawnCommand } from '@sodate/cli/process/spawn-command';
import { migrate } from '@sodate/database/migrate';
import postgres from 'postgres';
import { templateDatabase } from './template-database.ts';

export interface LaunchedPostgres {
  /** The maintenance database: it has no tables. */
  readonly url: string;
  /** The server and all its backends at once, as a crash of the machine would. */
  kill(): Promise<void>;
  /** Starts again on the same port and folder, after `kill`. */
  restart(): Promise<void>;
  /** SIGSTOP or SIGCONT for the server and all its backends. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** The postmaster's: its children are the server's other processes. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** Quick and unsafe, for tests: what is lost in a power cut does not matter there. */
export const unsafeSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
} as const;

/** The same, but what was committed outlives the server's death: what fault tests are about. */
export const killableSettings = { ...unsafeSettings, synchronous_commit: 'on' } as const;

/** A PostgreSQL of its own on a free port, with a migrated database to clone; its data go with it. */
export async function launchPostgres({
  settings = unsafeSettings,
}: {
  settings?: Readonly<Record<string, string>>;
} = {}): Promise<LaunchedPostgres> {
  const parent = await mkdtemp(join(tmpdir(), 'sodate-test-'));
  const folder = join(parent, 'postgres');
  const port = await findFreePort();
  const password = 'test';
  await prepareCluster({ folder, password, safe: false });
  const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  const command = await postgresCommand({ folder, port, settings });
  let server = launch(command);
  const stop = async () => {
    server.child.kill('SIGINT');
    await server.ended;
    await rm(parent, { recursive: true, force: true });
  };
  // A group of its own, so that no backend outlives the server.
  const signal = (name: NodeJS.Signals) => {
    if (server.child.pid !== undefined) process.kill(-server.child.pid, name);
  };
  const kill = async () => {
    signal('SIGKILL');
    await server.ended;
  };
  const restart = async () => {
    server = launch(command);
    await waitForPostgres({ url, withinMs: 60_000 });
  };
  try {
    await waitForPostgres({ url, withinMs: 30_000 });
    const client = postgres(url, { max: 1 });
    await client.unsafe(`create database ${templateDatabase}`);
    await client.end();
    await migrate({ url: url.replace(/postgres$/, templateDatabase) });
  } catch (error) {
    await stop();
    throw new Error(`The tests' PostgreSQL did not start: ${server.output()}`, { cause: error });
  }
  return {
    url,
    get pid() {
      return server.child.pid ?? 0;
    },
    kill,
    restart,
    signal,
    stop,
  };
}

function launch(command: Command) {
  const child = spawnCommand(command);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: string) => {
      output = (output + text).slice(-5_000);
    });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return { child, ended, output: () => output };
}
