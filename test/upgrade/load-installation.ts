import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import type { Installation } from './installation.ts';

const migrations = new URL('../../drizzle', import.meta.url).pathname;
const recorded = new URL('./installation.json', import.meta.url).pathname;

/**
 * A database as the former version left it, at the migration it had: not yet migrated further. Its times are moved so
 * that it was stopped just now.
 */
export async function loadInstallation({ maintenanceUrl }: { maintenanceUrl: string }): Promise<{ url: string }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient({ url: maintenanceUrl, work: (client) => client.unsafe(`create database ${name}`) });
  const url = maintenanceUrl.replace(/postgres$/, name);
  const installation = JSON.parse(await readFile(recorded, 'utf8')) as Installation;
  await withClient({
    url,
    work: async (client) => {
      await migrateTo({ client, last: installation.lastMigration });
      await insertAll({ client, installation });
    },
  });
  return { url };
}

async function withClient({ url, work }: { url: string; work: (client: Sql) => Promise<unknown> }): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Runs the migrations up to that one, as the former version did. */
async function migrateTo({ client, last }: { client: Sql; last: string }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sodate-migrations-'));
  await cp(migrations, folder, { recursive: true });
  const file = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: readonly { tag: string }[] };
  const end = journal.entries.findIndex(({ tag }) => tag === last) + 1;
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  await migrate(drizzle({ client }), { migrationsFolder: folder });
  await rm(folder, { recursive: true });
}

async function insertAll({ client, installation }: { client: Sql; installation: Installation }): Promise<void> {
  await client`set session_replication_role = replica`;
  for (const [table, rows] of Object.entries(installation.rows)) {
    const columns = await client<{ name: string; type: string }[]>`
      select attname as name, format_type(atttypid, null) as type from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
    const values = columns.map(({ name, type }) =>
      type.startsWith('timestamp')
        ? `r."${name}" + (now() - '${installation.recordedAt}'::timestamptz)`
        : `r."${name}"`,
    );
    await client.unsafe(`delete from "${table}"`);
    await client.unsafe(
      `insert into "${table}" (${columns.map(({ name }) => `"${name}"`)}) overriding system value
       select ${values} from json_populate_recordset(null::"${table}", $1::text::json) r`,
      [JSON.stringify(rows)],
    );
  }
  await client`select setval('event_id', (select coalesce(max(id), 0) + 1 from event))`;
  await client`select setval(pg_get_serial_sequence('outbox', 'id'), (select coalesce(max(id), 0) + 1 from outbox))`;
}
