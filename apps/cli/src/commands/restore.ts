import { resolve } from 'node:path';
import { parseSettings } from '@sodate/services/config/parse-settings';
import { readManifest } from '../backup/backup-folder.ts';
import { readServerVersion } from '../backup/read-server-version.ts';
import { holdsInstallation, restoreBackup } from '../backup/restore-backup.ts';
import { openDataFolder } from '../embedded/data-folder.ts';
import { lockDataFolder } from '../embedded/lock-data-folder.ts';
import { startOptions } from '../embedded/start-options.ts';
import { CommandError } from '../terminal/command-error.ts';
import { say } from '../terminal/terminal.ts';

/** `sodate restore FOLDER`: brings a backup back into the data folder. @throws CommandError */
export async function runRestore({
  from,
  data,
  force,
}: {
  from: string | undefined;
  data: string | undefined;
  force: boolean;
}): Promise<void> {
  if (from === undefined) {
    throw new CommandError({
      ja: 'バックアップのフォルダを指定してください: sodate restore sodate-backup-2026-11-19T05-32-00',
      en: 'Name the folder of the backup: sodate restore sodate-backup-2026-11-19T05-32-00',
    });
  }
  const settings = parseSettings({ environment: process.env });
  const { dataFolder } = startOptions({ values: { data }, settings });
  const backup = resolve(from);
  const { madeAt, postgres: theirs } = readManifest(backup);
  const ours = await readServerVersion();
  if (theirs !== ours) throw otherPostgres({ theirs, ours });
  if (holdsInstallation(dataFolder) && !force) throw alreadyThere(dataFolder);
  const unlock = await lockDataFolder(openDataFolder(dataFolder));
  try {
    const { aside } = await restoreBackup({ from: backup, folder: dataFolder, now: new Date(), say });
    if (aside !== undefined) {
      say({
        ja: `それまでのデータは ${aside} に移しました。要らなくなったら消してください。`,
        en: `What was there is now in ${aside}. Remove it when you no longer need it.`,
      });
    }
  } finally {
    unlock();
  }
  say({
    ja: `${madeAt} のバックアップを戻しました。「npm start」で起動できます。\nバックアップのあとに送ったメールが分からないため、送信は止めてあります。確かめたら「npx sodate release-sends」で再開してください。`,
    en: `The backup of ${madeAt} is back. Start it with "npm start".\nWhat was sent after the backup is not known to it, so sending is on hold: look into it, then run "npx sodate release-sends".`,
  });
}

function alreadyThere(folder: string): CommandError {
  return new CommandError({
    ja: `${folder} にはすでにデータがあります。何も変えていません。置き換えるには --force を付けてください（いまのデータは別のフォルダに移して残します）。別の場所に戻すには --data を使います。`,
    en: `${folder} holds an installation already; nothing was changed. Add --force to replace it (what is there is kept in a folder aside), or name another folder with --data.`,
  });
}

function otherPostgres({ theirs, ours }: { theirs: string; ours: string }): CommandError {
  return new CommandError({
    ja: `このバックアップは PostgreSQL ${theirs} のものですが、この Sodate は ${ours} を使います。バックアップを作ったときの Sodate で復元してください。`,
    en: `This backup is of PostgreSQL ${theirs}, and this Sodate brings ${ours}. Restore it with the Sodate that made it.`,
  });
}
