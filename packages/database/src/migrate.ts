import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

const folder = fileURLToPath(new URL('../../../drizzle', import.meta.url));

export interface Migrated {
  /** How many changes were made now. */
  readonly applied: number;
  /** True where the database was empty before. */
  readonly fresh: boolean;
}

/** The database was made by a newer Sodate: an older one must not touch it. */
export class NewerDatabaseError extends Error {
  constructor() {
    super('the database was made by a newer version of Sodate');
    this.name = 'NewerDatabaseError';
  }
}

/**
 * Brings the database up to date; several at once wait for each other. All data stay.
 * @throws NewerDatabaseError, or the driver's error.
 */
export async function migrate({ url }: { url: string }): Promise<Migrated> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  const database = drizzle({ client });
  try {
    await client`select pg_advisory_lock(7136)`;
    const before = await readApplied(database);
    const newest = Math.max(
      ...readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis),
    );
    if (before.last > newest) throw new NewerDatabaseError();
    await runMigrations(database, { migrationsFolder: folder });
    const after = await readApplied(database);
    return { applied: after.count - before.count, fresh: before.count === 0 };
  } finally {
    await client.end();
  }
}

async function readApplied(database: ReturnType<typeof drizzle>): Promise<{ count: number; last: number }> {
  const [found] = await database.execute(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`);
  if (found?.there !== true) return { count: 0, last: 0 };
  const [row] = await database.execute(
    sql`select count(*)::int as count, coalesce(max(created_at), 0)::float8 as last from drizzle.__drizzle_migrations`,
  );
  return { count: Number(row?.count), last: Number(row?.last) };
}
