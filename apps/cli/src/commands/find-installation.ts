import { join } from 'node:path';
import { placeOf } from '@sodate/services/config/parse-config';
import { parseSettings } from '@sodate/services/config/parse-settings';
import { findEmbeddedDatabase } from '../embedded/find-embedded-database.ts';
import { readRunning } from '../embedded/running-file.ts';
import { startOptions } from '../embedded/start-options.ts';
import { CommandError } from '../terminal/command-error.ts';

export interface Installation {
  readonly databaseUrl: string;
  readonly publicUrl: string;
}

/**
 * The installation that a command is for: the one of DATABASE_URL, else the one that `sodate start` runs on the data
 * folder. @throws CommandError where neither is there.
 */
export function findInstallation({ data }: { data: string | undefined }): Installation {
  const settings = parseSettings({ environment: process.env });
  if (settings.DATABASE_URL !== undefined) {
    return { databaseUrl: settings.DATABASE_URL, publicUrl: placeOf(settings).publicUrl };
  }
  const { dataFolder } = startOptions({ values: { data }, settings });
  const databaseUrl = findEmbeddedDatabase(dataFolder);
  const running = readRunning(join(dataFolder, 'running.json'));
  if (databaseUrl !== undefined && running !== undefined) return { databaseUrl, publicUrl: running.url };
  throw new CommandError({
    ja: `Sodate が動いていません（${dataFolder}）。先に「npm start」で起動してください。データが別のフォルダにあれば --data で、別のサーバーにあれば DATABASE_URL で指定します。`,
    en: `Sodate does not run (${dataFolder}). Start it first with "npm start". Where its data lies in another folder, name that with --data; where on a server, set DATABASE_URL.`,
  });
}
