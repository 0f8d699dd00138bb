import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { barClaims } from '@sodate/services/engine/bar-claims';
import { commandContext } from '../commands/command-context.ts';
import { openDataFolder } from '../embedded/data-folder.ts';
import { chooseServerUser } from '../postgres/choose-server-user.ts';
import { migrateDatabase } from '../postgres/migrate-database.ts';
import { postgresCommand } from '../postgres/postgres-command.ts';
import { superuser } from '../postgres/prepare-cluster.ts';
import { waitForPostgres } from '../postgres/wait-for-postgres.ts';
import { findFreePort } from '../process/find-free-port.ts';
import { spawnCommand } from '../process/spawn-command.ts';
import { endOf } from '../supervise/child-end.ts';
import type { Say } from '../terminal/terminal.ts';
import { backupPaths } from './backup-folder.ts';
import { copyFolder } from './copy-folder.ts';

/** The parts of an installation that a backup brings; logs stay. */
const parts = ['postgres', 'temporal.db', 'temporal.db-wal', 'temporal.db-shm', 'mailbox', 'secrets.json'];

/** True where the folder holds an installation already. */
export function holdsInstallation(folder: string): boolean {
  return existsSync(join(folder, 'postgres'));
}

/**
 * Puts a backup into a data folder that nobody uses. What is there goes aside, into a folder of its own, whose path is
 * given back. Then the database is brought up to date, and nothing may be sent until a person says so: what went out
 * since the backup is not known to it.
 */
export async function restoreBackup({
  from,
  folder,
  now,
  say,
}: {
  from: string;
  folder: string;
  now: Date;
  say: Say;
}): Promise<{ readonly aside: string | undefined }> {
  const aside = holdsInstallation(folder) ? await setAside({ folder, now }) : undefined;
  const paths = backupPaths(from);
  await copyFile(paths.secrets, join(folder, 'secrets.json'));
  const data = openDataFolder(folder);
  say({ ja: 'データベースを戻しています…', en: 'Restoring the database …' });
  await copyFolder({ from: paths.postgres, to: data.postgres, owner: await chooseServerUser() });
  if (existsSync(paths.temporalFile)) {
    say({ ja: 'Temporal の状態を戻しています…', en: "Restoring Temporal's state …" });
    await copyFile(paths.temporalFile, data.temporalFile);
  }
  say({ ja: 'メールボックスを戻しています…', en: 'Restoring the mailbox …' });
  await copyFolder({ from: paths.mailbox, to: data.mailbox });
  say({ ja: '開けることを確かめ、送信を止めています…', en: 'Making sure that it opens, and putting sends on hold …' });
  await holdSends({ cluster: data.postgres, password: data.databasePassword, say });
  return { aside };
}

async function setAside({ folder, now }: { folder: string; now: Date }): Promise<string> {
  const aside = join(folder, `before-restore-${now.toISOString().replaceAll(/[:.]/g, '-')}`);
  await mkdir(aside, { mode: 0o711 });
  for (const part of parts) {
    if (existsSync(join(folder, part))) await rename(join(folder, part), join(aside, part));
  }
  await rm(join(folder, 'parts.json'), { force: true });
  return aside;
}

/** Serves the cluster for a moment, on a port of its own. */
async function holdSends({ cluster, password, say }: { cluster: string; password: string; say: Say }): Promise<void> {
  const port = await findFreePort();
  const child = spawnCommand(await postgresCommand({ folder: cluster, port }));
  child.stdout?.resume();
  let said = '';
  child.stderr?.on('data', (chunk: string) => {
    said += chunk;
  });
  const databaseUrl = `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  try {
    await Promise.race([
      waitForPostgres({ url: databaseUrl, withinMs: 120_000 }),
      endOf(child).then((end) => {
        throw new Error(`PostgreSQL could not open the restored data (${end}): ${said.slice(-2_000)}`);
      }),
    ]);
    await migrateDatabase({ url: databaseUrl, say });
    const { context, close } = await commandContext({ databaseUrl, publicUrl: 'http://localhost' });
    try {
      await barClaims({ context });
    } finally {
      await close();
    }
  } finally {
    child.kill('SIGINT');
    await endOf(child);
  }
}
