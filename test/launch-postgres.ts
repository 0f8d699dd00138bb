import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresCommand } from '@sodate/cli/postgres/postgres-command';
import { prepareCluster, superuser } from '@sodate/cli/postgres/prepare-cluster';
import { waitForPostgres } from '@sodate/cli/postgres/wait-for-postgres';
import { findFreePort } from '@sodate/cli/process/find-free-port';
import { spawnCommand } from '@sodate/cli/process/spawn-command';
import { migrate } from '@sodate/database/migrate';
import postgres from 'postgres';
import { templateDatabase } from './template-database.ts';

export interface LaunchedPostgres {
  /** The maintenance database: it has no tables. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Quick and unsafe, for tests: what is lost in a power cut does not matter there. */
export const unsafeSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
} as const;

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
  const child = spawnCommand(await postgresCommand({ folder, port, settings }));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: string) => (output = (output + text).slice(-5_000)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
    await rm(parent, { recursive: true, force: true });
  };
  try {
    await waitForPostgres({ url, withinMs: 30_000 });
    const client = postgres(url, { max: 1 });
    await client.unsafe(`create database ${templateDatabase}`);
    await client.end();
    await migrate({ url: url.replace(/postgres$/, templateDatabase) });
  } catch (error) {
    await stop();
    throw new Error(`The tests' PostgreSQL did not start: ${output}`, { cause: error });
  }
  return { url, stop };
}
