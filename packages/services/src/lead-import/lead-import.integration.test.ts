import { attributeDefinition, consent, lead } from '@sodate/database/schema/lead';
import { leadImportRow } from '@sodate/database/schema/lead-import';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { z } from 'zod';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { createLead } from '../lead/create-lead.ts';
import { getLead } from '../lead/get-lead.ts';
import { addImportRows } from './add-import-rows.ts';
import { cancelImport, startImport } from './change-import-state.ts';
import { createImport } from './create-import.ts';
import { getImport } from './get-import.ts';
import { createImportInput } from './import-input.ts';
import { listImportProblems } from './list-import-problems.ts';
import { runImport } from './run-import.ts';

let db: TestDatabase;
let context: Context;

beforeAll(async () => {
  db = await createTestDatabase();
  context = testContext({ database: db.pool.database });
  const own = { of: 'lead', kind: 'number', options: null } as const;
  await context.database
    .insert(attributeDefinition)
    .values({ ...own, name: 'sites', title: { ja: '拠点数', en: 'Sites' } });
});

afterAll(() => db.drop());

beforeEach(async () => {
  await db.pool.sql`truncate lead, company, lead_import cascade`;
});

type Options = Partial<Omit<z.input<typeof createImportInput>, 'rows'>>;

async function send({ rows, ...options }: Options & { rows: readonly string[][] }) {
  const input = createImportInput.parse({
    name: 'leads.csv',
    fields: ['name', 'email', 'company', 'phone', 'own.sites'],
    existing: 'fill',
    ...options,
    rows: rows.length,
  });
  const made = await createImport({ context, input });
  const numbered = rows.map((cells, index) => ({ number: index + 2, cells }));
  for (let from = 0; from < numbered.length; from += 500)
    await addImportRows({ context, input: { ...made, rows: numbered.slice(from, from + 500) } });
  return made;
}

async function run(made: Awaited<ReturnType<typeof send>>) {
  await startImport({ context, input: made });
  while ((await runImport({ context })) > 0);
  return getImport({ context, input: made });
}

async function byEmail(email: string) {
  const [row] = await context.database.select({ id: lead.id }).from(lead).where(eq(lead.email, email));
  if (!row) throw new Error(`no lead ${email}`);
  return getLead({ context, input: { lead: row.id } });
}

it('says of each row what would become of it, every fault with its mend, and changes nothing yet', async () => {
  await createLead({ context, input: { fields: { name: '坂井', email: 'sakai@hoshikawa.example' } } });
  const made = await send({
    rows: [
      ['緑川 悠', 'Ｍｉｄｏｒｉ@midori.example', '株式会社みどり製作所', '03-1234-5678', '12'],
      ['坂井 真理子', 'sakai@hoshikawa.example', '', '', ''],
      ['青木', 'aoki(at)example.jp', '', 'なし', '十二'],
      ['', '', '青木商店', '', ''],
      ['緑川', 'midori@midori.example', '', '', ''],
    ],
  });
  expect(await getImport({ context, input: made })).toMatchObject({
    state: 'checked',
    rows: 5,
    verdicts: { create: 1, update: 1, error: 3 },
  });
  const { rows } = await listImportProblems({ context, input: { ...made, limit: 50 } });
  expect(rows.map(({ number, problems }) => [number, problems.length])).toEqual([
    [4, 3],
    [5, 1],
    [6, 1],
  ]);
  expect(rows[0]?.problems[0]?.ja).toContain('メールアドレスの形');
  expect(rows[2]?.problems[0]?.en).toContain('Row 2');
  expect(await context.database.select().from(lead)).toHaveLength(1);
});

it('takes in what fits: new leads, companies by name, own fields; keeps no cells of what is in', async () => {
  const made = await send({
    rows: [
      ['緑川 悠', 'midori@midori.example', '株式会社みどり製作所', '03-1234-5678', '1,200'],
      ['緑川 澄', 'sumi@midori.example', '（株）みどり製作所', '', ''],
      ['', 'broken', '', '', ''],
    ],
  });
  expect(await run(made)).toMatchObject({ state: 'done', verdicts: { created: 2, error: 1 } });
  const first = await byEmail('midori@midori.example');
  expect(first).toMatchObject({ name: '緑川 悠', company: { name: '株式会社みどり製作所' }, phone: '0312345678' });
  expect(JSON.stringify(first)).toContain('1200');
  expect((await byEmail('sumi@midori.example')).company?.id).toBe(first.company?.id);
  const kept = await context.database
    .select({ cells: leadImportRow.cells, email: leadImportRow.email })
    .from(leadImportRow)
    .where(and(eq(leadImportRow.importId, made.import), eq(leadImportRow.verdict, 'created')));
  expect(kept).toEqual([
    { cells: null, email: null },
    { cells: null, email: null },
  ]);
});

it.each([
  ['fill', '坂井', '0312345678'],
  ['overwrite', '坂井 真理子', '0312345678'],
  ['skip', '坂井', null],
] as const)('with "%s" a lead that is there becomes %s, phone %s', async (...[existing, name, phone]) => {
  await createLead({ context, input: { fields: { name: '坂井', email: 'sakai@hoshikawa.example' } } });
  await run(await send({ existing, rows: [['坂井 真理子', 'SAKAI@hoshikawa.example', '', '03-1234-5678', '']] }));
  expect(await byEmail('sakai@hoshikawa.example')).toMatchObject({ name, phone });
  expect(await context.database.select().from(lead)).toHaveLength(1);
});

it('adds the consent that the importer states, but never to a lead who has withdrawn', async () => {
  const { lead: gone } = await createLead({ context, input: { fields: { name: '坂井', email: 'a@x.example' } } });
  const withdrawn = { leadId: gone, topic: 'marketing', given: false, wording: '', source: '電話' };
  await context.database.insert(consent).values(withdrawn);
  const stated = { topic: 'marketing', wording: '製品のご案内', source: '2026年秋の展示会' };
  const rows = [
    ['坂井', 'a@x.example', '', '', ''],
    ['緑川', 'b@x.example', '', '', ''],
  ];
  await run(await send({ consent: stated, rows }));
  expect((await byEmail('a@x.example')).consents).toMatchObject([{ given: false }]);
  expect((await byEmail('b@x.example')).consents).toMatchObject([{ given: true, source: '2026年秋の展示会' }]);
});

it('records of each person what the column of consent says: yes, no, or nothing', async () => {
  const fields = ['name', 'email', 'consent'] as const;
  const stated = { topic: 'marketing', wording: '製品のご案内', source: '2026年秋の展示会' };
  const { lead: agreed } = await createLead({ context, input: { fields: { name: '森', email: 'd@x.example' } } });
  await context.database.insert(consent).values({ leadId: agreed, given: true, ...stated });
  const rows = [
    ['坂井', 'a@x.example', 'はい'],
    ['緑川', 'b@x.example', 'いいえ'],
    ['青木', 'c@x.example', ''],
    ['森', 'd@x.example', '配信停止'],
    ['原', 'e@x.example', 'たぶん'],
    ['堀', 'f@x.example', 'Opt-in'],
  ];
  await expect(send({ fields: [...fields], rows })).rejects.toMatchObject({ kind: 'invalid', field: 'consent' });
  const made = await send({ fields: [...fields], consent: stated, rows });
  const { rows: wrong } = await listImportProblems({ context, input: { ...made, limit: 50 } });
  expect(wrong.map(({ number, problems }) => [number, problems[0]?.ja])).toEqual([
    [6, expect.stringContaining('「たぶん」が読めません')],
  ]);
  expect((await getImport({ context, input: made })).consents).toEqual({ yes: 2, no: 2, empty: 1 });
  await run(made);
  expect((await getImport({ context, input: made })).consents).toBeNull();
  const saidBy = async (email: string) => (await byEmail(email)).consents.map(({ given }) => given);
  expect(await saidBy('a@x.example')).toEqual([true]);
  expect(await saidBy('b@x.example')).toEqual([false]);
  expect(await saidBy('c@x.example')).toEqual([]);
  expect((await saidBy('d@x.example'))[0]).toBe(false);
  expect(await saidBy('f@x.example')).toEqual([true]);
});

it('passes over a chunk that is sent again, and stops where it is cancelled', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => [`人 ${index}`, `p${index}@x.example`, '', '', '']);
  const made = await send({ rows });
  await addImportRows({
    context,
    input: { ...made, rows: [{ number: 2, cells: ['別人', 'z@x.example', '', '', ''] }] },
  });
  await startImport({ context, input: made });
  await runImport({ context });
  await cancelImport({ context, input: made });
  expect(await runImport({ context })).toBe(0);
  expect(await getImport({ context, input: made })).toMatchObject({
    state: 'cancelled',
    verdicts: { created: 50, create: 70 },
  });
  await expect(startImport({ context, input: made })).rejects.toMatchObject({ kind: 'conflict' });
});

it('refuses columns that name nobody, or one field twice', async () => {
  const rows = [['x']];
  await expect(send({ fields: ['company'], rows })).rejects.toMatchObject({ kind: 'invalid', field: 'fields' });
  await expect(send({ fields: ['name', 'name'], rows })).rejects.toMatchObject({ kind: 'invalid', field: 'fields' });
});
