import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { superuser } from '../postgres/prepare-cluster.ts';
import { isAlive } from '../process/read-command-line.ts';
import { readSecrets } from './data-folder.ts';

/** The address of the embedded database that serves this data folder now; undefined where none does. */
export function findEmbeddedDatabase(dataFolder: string): string | undefined {
  try {
    // The server's own note: its pid in the first line, its port in the fourth.
    const lines = readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    if (!Number.isInteger(pid) || !Number.isInteger(port) || !isAlive(pid)) return undefined;
    const { databasePassword } = readSecrets(join(dataFolder, 'secrets.json'));
    return `postgres://${superuser}:${databasePassword}@127.0.0.1:${port}/postgres`;
  } catch {
    return undefined;
  }
}
