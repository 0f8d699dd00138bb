import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { type CopiedFiles, copyFolder } from './copy-folder.ts';

/** What a server makes anew at its start; see "Backing Up The Data Directory" in PostgreSQL's manual. */
const remade = ['pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'];
const left = ['postmaster.pid', 'postmaster.opts', 'backup_label', 'tablespace_map', 'sodate-ready'];

/**
 * Copies the folder of a PostgreSQL that goes on serving, by its low-level backup: the copy is as of the end of the call.
 * A slot of the same session keeps the log that was written meanwhile until it is copied too.
 */
export async function copyRunningCluster({
  url,
  from,
  to,
}: {
  url: string;
  from: string;
  to: string;
}): Promise<CopiedFiles> {
  // One session from first to last: the server gives the backup up when it ends.
  const client = postgres(url, { max: 1, idle_timeout: 0, onnotice: () => {} });
  try {
    await client`select pg_create_physical_replication_slot(${`sodate_backup_${process.pid}`}, true, true)`;
    await client`select pg_backup_start('sodate', true)`;
    const data = await copyFolder({ from, to, skip: (path) => isRemade(path) || path.startsWith('pg_wal/') });
    const [end] = await client<{ labelfile: string }[]>`select labelfile from pg_backup_stop(false)`;
    if (end === undefined) throw new Error('the server did not end the backup');
    const log = await copyFolder({ from: join(from, 'pg_wal'), to: join(to, 'pg_wal') });
    await writeFile(join(to, 'backup_label'), end.labelfile, { mode: 0o600 });
    // Last, as when a cluster is made: only a whole copy is taken for one.
    await writeFile(join(to, 'sodate-ready'), '');
    return { files: data.files + log.files, bytes: data.bytes + log.bytes };
  } finally {
    await client.end({ timeout: 5 });
  }
}

function isRemade(path: string): boolean {
  const [folder, inner] = path.split('/');
  if (folder === undefined || left.includes(path)) return true;
  if (inner !== undefined && remade.includes(folder)) return true;
  return path.split('/').some((name) => name.startsWith('pgsql_tmp'));
}
