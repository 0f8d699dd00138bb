import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findPostgres } from '../postgres/find-postgres.ts';

/** "18": the major version of the PostgreSQL that we bring, which is the one whose files it reads. */
export async function readServerVersion(): Promise<string> {
  const { postgres } = await findPostgres();
  const { stdout } = await promisify(execFile)(postgres, ['--version']);
  return /(\d+)\./.exec(stdout)?.[1] ?? stdout.trim();
}
