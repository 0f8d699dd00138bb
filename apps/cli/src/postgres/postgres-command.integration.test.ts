import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, it } from 'vitest';
import { findFreePort } from '../process/find-free-port.ts';
import { spawnCommand } from '../process/spawn-command.ts';
import { endOf } from '../supervise/child-end.ts';
import { postgresCommand } from './postgres-command.ts';
import { prepareCluster, superuser } from './prepare-cluster.ts';
import { waitForPostgres } from './wait-for-postgres.ts';

it('serves a folder that is closed to all other users, to those who know the password', async () => {
  const closed = await mkdtemp(join(tmpdir(), 'sodate-closed-'));
  const folder = join(closed, 'postgres');
  const port = await findFreePort();
  await prepareCluster({ folder, password: 'a secret', safe: false });
  // Again, on a folder that is ready: nothing is lost by it.
  await prepareCluster({ folder, password: 'another', safe: false });
  const child = spawnCommand(await postgresCommand({ folder, port }));
  child.stdout?.resume();
  child.stderr?.resume();
  try {
    const url = `postgres://${superuser}:a%20secret@127.0.0.1:${port}/postgres`;
    await waitForPostgres({ url, withinMs: 20_000 });
    const client = postgres(url, { max: 1 });
    const [row] = await client`select current_setting('server_encoding') as encoding, '見込み客' ~ '客$' as japanese`;
    await client.end();
    expect(row).toEqual({ encoding: 'UTF8', japanese: true });

    const stranger = postgres(url.replace('a%20secret', 'guess'), { max: 1 });
    await expect(stranger`select 1`).rejects.toThrow('password authentication failed');
    await stranger.end();
  } finally {
    child.kill('SIGINT');
    await endOf(child);
    await rm(closed, { recursive: true, force: true });
  }
});
