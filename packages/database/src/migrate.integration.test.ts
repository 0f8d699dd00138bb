import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { expect, inject, it } from 'vitest';
import { migrate, NewerDatabaseError } from './migrate.ts';

const folder = fileURLToPath(new URL('../../../drizzle', import.meta.url));

async function withEmptyDatabase(test: (url: string) => Promise<void>): Promise<void> {
  const server = inject('databaseUrl');
  const name = `migrate_${randomUUID().replaceAll('-', '')}`;
  const maintenance = postgres(server, { max: 1, onnotice: () => {} });
  await maintenance.unsafe(`create database ${name} template template0`);
  try {
    await test(server.replace(/postgres$/, name));
  } finally {
    await maintenance.unsafe(`drop database ${name} with (force)`);
    await maintenance.end();
  }
}

async function ask(url: string, statement: string) {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await client.unsafe(statement);
  } finally {
    await client.end();
  }
}

/** The database as the first release would have made it. */
async function makeOldDatabase(url: string): Promise<void> {
  const old = await mkdtemp(join(tmpdir(), 'sodate-drizzle-'));
  await cp(folder, old, { recursive: true });
  const journalFile = join(old, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(journalFile, 'utf8')) as { entries: unknown[] };
  await writeFile(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }));
  const client = postgres(url, { max: 1, onnotice: () => {} });
  await runMigrations(drizzle({ client }), { migrationsFolder: old });
  await client.end();
  await rm(old, { recursive: true });
}

it('brings an older database up to date and keeps what is in it, and has nothing to do the second time', async () => {
  await withEmptyDatabase(async (url) => {
    await makeOldDatabase(url);
    await ask(url, `insert into lead (name, email) values ('山田 花子', 'hanako@sodate.test')`);
    const first = await migrate({ url });
    expect(first.fresh).toBe(false);
    expect(first.applied).toBeGreaterThan(0);
    expect(await ask(url, 'select name, email from lead')).toEqual([
      { name: '山田 花子', email: 'hanako@sodate.test' },
    ]);
    expect(await migrate({ url })).toEqual({ applied: 0, fresh: false });
  });
});

it('knows an empty database, and leaves one of a newer version alone', async () => {
  await withEmptyDatabase(async (url) => {
    expect(await migrate({ url })).toMatchObject({ fresh: true });
    await ask(
      url,
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('of the future', 99999999999999)`,
    );
    await expect(migrate({ url })).rejects.toThrow(NewerDatabaseError);
  });
});
