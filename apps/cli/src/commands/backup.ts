import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSettings } from '@sodate/services/config/parse-settings';
import { makeBackup } from '../backup/make-backup.ts';
import { holdsInstallation } from '../backup/restore-backup.ts';
import { openDataFolder } from '../embedded/data-folder.ts';
import { startOptions } from '../embedded/start-options.ts';
import { CommandError } from '../terminal/command-error.ts';
import { say } from '../terminal/terminal.ts';

/** `sodate backup`: the whole embedded installation as a folder, also while it runs. @throws CommandError */
export async function runBackup({ to, data }: { to: string | undefined; data: string | undefined }): Promise<void> {
  const settings = parseSettings({ environment: process.env });
  if (settings.DATABASE_URL !== undefined) throw ownDatabase();
  const { dataFolder } = startOptions({ values: { data }, settings });
  if (!holdsInstallation(dataFolder)) {
    throw new CommandError({
      ja: `${dataFolder} にはまだデータがありません。「--data」でデータのフォルダを指定してください。`,
      en: `There is nothing in ${dataFolder} yet. Name the data folder with --data.`,
    });
  }
  const now = new Date();
  const target = resolve(to ?? `sodate-backup-${now.toISOString().slice(0, 19).replaceAll(':', '-')}`);
  if (existsSync(target)) {
    throw new CommandError({
      ja: `${target} はすでにあります。まだない名前を --to で指定してください。`,
      en: `${target} is there already. Name one that is not with --to.`,
    });
  }
  const secrets = join(dataFolder, 'secrets.json');
  const { bytes } = await makeBackup({ data: openDataFolder(dataFolder), secrets, to: target, now, say });
  const megabytes = Math.ceil(bytes / 1_000_000);
  say({
    ja: `バックアップを作りました（${megabytes} MB）: ${target}\n個人情報とパスワードを含みます。安全な場所に保管してください。環境変数の設定は含みません。\n戻すには: npx sodate restore ${target}`,
    en: `The backup is complete (${megabytes} MB): ${target}\nIt holds personal data and passwords: keep it safe. Environment variables are not part of it.\nTo bring it back: npx sodate restore ${target}`,
  });
}

function ownDatabase(): CommandError {
  return new CommandError({
    ja: 'DATABASE_URL のデータベースは、その PostgreSQL の手順（pg_dump や定期バックアップ）で保存してください。このコマンドは内蔵のデータベースのためのものです。',
    en: 'Back up the database of DATABASE_URL by its own means (pg_dump, snapshots). This command is for the embedded one.',
  });
}
