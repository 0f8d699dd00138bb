import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { postgresCommand } from '../postgres/postgres-command.ts';
import { prepareCluster } from '../postgres/prepare-cluster.ts';
import { waitForPostgres } from '../postgres/wait-for-postgres.ts';
import { endProcess } from '../process/end-process.ts';
import type { Part } from '../supervise/part.ts';
import type { DataFolder } from './data-folder.ts';

/** For a few hundred connections of API, worker and tools on one machine. */
const settings = { max_connections: '200', shared_buffers: '128MB', log_min_messages: 'warning' };

/** The embedded database at `url`, which names a port of its own. */
export function postgresPart({ data, port, url }: { data: DataFolder; port: number; url: string }): Part {
  const folder = data.postgres;
  return {
    name: 'postgres',
    title: { ja: 'データベース', en: 'The database' },
    command: async () => {
      await prepareCluster({ folder, password: data.databasePassword, safe: true });
      await endServerOn(folder);
      return postgresCommand({ folder, port, settings });
    },
    waitUntilReady: () => waitForPostgres({ url, withinMs: 60_000 }),
    readyWithinMs: 60_000,
    stopSignal: 'SIGINT',
    stopWithinMs: 20_000,
  };
}

/** A server that outlived its Sodate holds the folder; a killed one can look alive for some seconds. */
async function endServerOn(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  await endProcess({ pid, mark: folder, signal: 'SIGINT', withinMs: 15_000 });
}
