import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import type { DataFolder } from '../embedded/data-folder.ts';
import { findEmbeddedDatabase } from '../embedded/find-embedded-database.ts';
import { lockDataFolder } from '../embedded/lock-data-folder.ts';
import type { Say } from '../terminal/terminal.ts';
import { backupPaths, type Manifest, readPostgresVersion, thisPlatform } from './backup-folder.ts';
import { type CopiedFiles, copyFolder } from './copy-folder.ts';
import { copyRunningCluster } from './copy-running-cluster.ts';
import { copyTemporalFile } from './copy-temporal-file.ts';

/**
 * Copies an embedded installation into a new folder, running or not. The database comes first and is as of one moment;
 * Temporal's file after it, so that no start is lost between the two. Built aside and renamed once it is whole.
 */
export async function makeBackup({
  data,
  secrets,
  to,
  now,
  say,
}: {
  data: DataFolder;
  secrets: string;
  to: string;
  now: Date;
  say: Say;
}): Promise<Manifest> {
  const building = `${to}.partial`;
  const paths = backupPaths(building);
  await rm(building, { recursive: true, force: true });
  await mkdir(building, { recursive: true, mode: 0o700 });
  try {
    say({ ja: 'データベースをコピーしています…', en: 'Copying the database …' });
    const cluster = await copyCluster({ data, to: paths.postgres });
    const temporal = existsSync(data.temporalFile);
    if (temporal) {
      say({ ja: 'Temporal の状態をコピーしています…', en: "Copying Temporal's state …" });
      await copyTemporalFile({ from: data.temporalFile, to: paths.temporalFile });
    }
    say({ ja: 'メールボックスをコピーしています…', en: 'Copying the mailbox …' });
    const mailbox = await copyFolder({ from: data.mailbox, to: paths.mailbox });
    await copyFile(secrets, paths.secrets);
    const made: Manifest = {
      kind: 'sodate-backup',
      format: 1,
      madeAt: now.toISOString(),
      postgres: readPostgresVersion(paths.postgres),
      platform: thisPlatform,
      temporal,
      files: cluster.files + mailbox.files,
      bytes: cluster.bytes + mailbox.bytes,
    };
    await writeFile(paths.manifest, `${JSON.stringify(made, undefined, 2)}\n`, { mode: 0o600 });
    await rename(building, to);
    return made;
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    throw error;
  }
}

/** Of a server that runs, by its own backup; else file by file, while the lock keeps anybody from starting one. */
async function copyCluster({ data, to }: { data: DataFolder; to: string }): Promise<CopiedFiles> {
  const url = findEmbeddedDatabase(data.path);
  if (url !== undefined) return copyRunningCluster({ url, from: data.postgres, to });
  const unlock = await lockDataFolder(data);
  try {
    return await copyFolder({ from: data.postgres, to, skip: (path) => path === 'postmaster.pid' });
  } finally {
    unlock();
  }
}
