import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandError } from '../terminal/command-error.ts';

/** What lies in a backup, written last: a folder without it is no whole backup. */
const manifest = z.object({
  kind: z.literal('sodate-backup'),
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Its files fit this PostgreSQL and this kind of machine only. */
  postgres: z.string(),
  platform: z.string(),
  temporal: z.boolean(),
  files: z.number(),
  bytes: z.number(),
});

export type Manifest = z.infer<typeof manifest>;

export const thisPlatform = `${process.platform}-${process.arch}`;

/** The parts of a backup folder; they are named as in the data folder. */
export function backupPaths(folder: string) {
  return {
    manifest: join(folder, 'backup.json'),
    postgres: join(folder, 'postgres'),
    temporalFile: join(folder, 'temporal.db'),
    mailbox: join(folder, 'mailbox'),
    secrets: join(folder, 'secrets.json'),
  };
}

/** @throws CommandError where the folder is no backup, a part of one, or one from another kind of machine. */
export function readManifest(folder: string): Manifest {
  const paths = backupPaths(folder);
  if (!existsSync(paths.manifest)) throw noBackup(folder);
  const parsed = manifest.safeParse(readJson(paths.manifest));
  if (!parsed.success) throw noBackup(folder);
  if (parsed.data.platform !== thisPlatform) throw otherPlatform(parsed.data.platform);
  if (![paths.postgres, paths.secrets].every((path) => existsSync(path))) throw noBackup(folder);
  return parsed.data;
}

/** "18": the version whose files these are. */
export function readPostgresVersion(cluster: string): string {
  return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function noBackup(folder: string): CommandError {
  return new CommandError({
    ja: `${folder} は Sodate のバックアップではないか、途中で終わったものです。「sodate backup」が最後に表示したフォルダを指定してください。`,
    en: `${folder} is not a backup of Sodate, or one that was cut short. Name the folder that "sodate backup" printed last.`,
  });
}

function otherPlatform(platform: string): CommandError {
  return new CommandError({
    ja: `このバックアップは別の種類のマシン（${platform}）のものです。このマシンは ${thisPlatform} です。同じ種類のマシンで復元してください。`,
    en: `This backup is from another kind of machine (${platform}); this one is ${thisPlatform}. Restore it on the same kind.`,
  });
}
