import { ConfigError } from '@sodate/services/config/config-error';
import { parseSettings } from '@sodate/services/config/parse-settings';
import { checkDatabase } from '../embedded/check-database.ts';
import { migrateDatabase } from '../postgres/migrate-database.ts';
import { say } from '../terminal/terminal.ts';

/** `sodate migrate`: brings the database of DATABASE_URL up to date. In embedded mode `start` does so itself. */
export async function runMigrate(): Promise<void> {
  const { DATABASE_URL: url } = parseSettings({ environment: process.env });
  if (url === undefined) {
    throw new ConfigError([
      {
        ja: '環境変数 DATABASE_URL が必要です。「npm start」では、起動のたびに自動で更新されます。',
        en: 'The environment variable DATABASE_URL is needed. "npm start" migrates by itself, at every start.',
      },
    ]);
  }
  await checkDatabase({ url });
  await migrateDatabase({ url, say });
  say({ ja: 'データベースは最新です。', en: 'The database is up to date.' });
}
