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

it('finds what of the drafts of an older database is not live, whatever was undone or only moved since', async () => {
  const graph = (days: number, x = 0) => {
    const node = { id: 'n', type: 'wait', revision: 1, position: { x, y: 0 }, config: { days } };
    return JSON.stringify({ nodes: { n: node }, edges: {}, settings: {} });
  };
  const drafts = { undone: graph(1), moved: graph(1, 300), changed: graph(2) };
  await withEmptyDatabase(async (url) => {
    await makeOldDatabase(url);
    for (const [name, draft] of Object.entries(drafts)) {
      await ask(
        url,
        `with made as (insert into journey (name, draft, draft_revision, published_revision, live_version_id)
           values ('${name}', '${draft}', 4, 2, uuidv7()) returning id, live_version_id)
         insert into version (id, journey_id, number, graph, plan, hash)
           select live_version_id, id, 1, '${graph(1)}', '{}', '' from made`,
      );
    }
    await ask(url, `insert into journey (name, draft, draft_revision) values ('never live', '${graph(1)}', 3)`);
    await migrate({ url });
    expect(await ask(url, 'select name from journey where draft_differs')).toEqual([{ name: 'changed' }]);
  });
});

it('finds which journeys of an older database name which mails, and which of them send former words', async () => {
  const graphOf = (mail: string) => {
    const place = { revision: 1, position: { x: 0, y: 0 } };
    const send = { id: 'n', type: 'send-mail', ...place, config: { mail } };
    const audience = { kind: 'events', pattern: { kind: 'mail', reaction: 'opened', mail } };
    return JSON.stringify({ nodes: { n: send }, edges: {}, settings: { exits: [], audience } });
  };
  await withEmptyDatabase(async (url) => {
    await makeOldDatabase(url);
    for (const [name, saved] of [
      ['kept', '-1 hour'],
      ['rewritten', '1 hour'],
    ]) {
      const [row] = await ask(
        url,
        `with made as (insert into mail (name, body, updated_at) values ('${name}', '', now() + interval '${saved}') returning id)
         insert into mail_version (mail_id, hash, kind, topic, subject, preview, html, text, links)
           select id, '', 'reply', '', '', '', '', '', '[]' from made returning id, mail_id`,
      );
      await ask(
        url,
        `with made as (insert into journey (name, draft, live_version_id)
           values ('${name}', '${graphOf(String(row?.mail_id))}', uuidv7()) returning id, live_version_id)
         insert into version (id, journey_id, number, graph, plan, hash, mails)
           select live_version_id, id, 1, '${graphOf(String(row?.mail_id))}', '{}', '', '{"n": "${row?.id}"}' from made`,
      );
    }
    await ask(
      url,
      `insert into journey (name, draft) values ('without', '{"nodes": {}, "edges": {}, "settings": {}}')`,
    );
    await migrate({ url });
    const found = await ask(
      url,
      `select journey.name, in_draft, in_live, mail_version.words is distinct from mail.words as former
       from mail_use join journey on journey.id = journey_id join mail on mail.id = mail_use.mail_id
       join mail_version on mail_version.id = sends order by 1`,
    );
    const both = { in_draft: true, in_live: true };
    expect(found).toEqual([
      { name: 'kept', ...both, former: false },
      { name: 'rewritten', ...both, former: true },
    ]);
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
