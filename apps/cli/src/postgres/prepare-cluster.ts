import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../process/run-command.ts';
import { chooseServerUser, runAsUser } from './choose-server-user.ts';
import { findPostgres } from './find-postgres.ts';

export const superuser = 'sodate';

/**
 * Makes the folder a PostgreSQL data folder, where it is not one yet: UTF-8, locale C.UTF-8 (with it pg_trgm works on
 * Japanese). An initialisation that was cut short is begun anew. With `safe: false` nothing is flushed to disk.
 */
export async function prepareCluster({
  folder,
  password,
  safe,
}: {
  folder: string;
  password: string;
  safe: boolean;
}): Promise<void> {
  const doneFile = join(folder, 'sodate-ready');
  if (existsSync(doneFile)) return;
  const [{ initdb }, user] = await Promise.all([findPostgres(), chooseServerUser()]);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) await Promise.all([folder, passwordFile].map((path) => chown(path, user.uid, user.gid)));
  await chmod(folder, 0o700);
  const args = ['--encoding=UTF8', '--locale=C.UTF-8', `--username=${superuser}`, '--auth=scram-sha-256'];
  args.push(`--pwfile=${passwordFile}`, `--pgdata=${folder}`, ...(safe ? [] : ['--no-sync']));
  try {
    await runCommand(await runAsUser({ command: { file: initdb, args }, user, needs: [initdb, folder] }));
    await writeFile(doneFile, '');
  } finally {
    await rm(passwordFile, { force: true });
  }
}
