import { asId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { company, lead } from './schema/lead.ts';
import { statement } from './statement.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase({ size: 1 });
});

afterAll(() => db.drop());

interface NewLead {
  readonly name: string;
  readonly email: string | null;
  readonly attributes: object;
  readonly lastSeenAt: number | null;
}

const insertLead = statement<NewLead>()((database, place) =>
  database
    .insert(lead)
    .values({
      name: place('name', lead.name),
      email: place('email', lead.email),
      attributes: place('attributes', lead.attributes),
      lastSeenAt: place('lastSeenAt', lead.lastSeenAt),
    })
    .returning(),
);

const findLeads = statement<{ ids: readonly string[] }>()((database, place) =>
  database
    .select({ id: lead.id, twice: sql<number>`2`, of: { company: company.name } })
    .from(lead)
    .leftJoin(company, eq(company.id, lead.companyId))
    .where(sql`${lead.id} = any(${place('ids')}::uuid[])`),
);

it('writes and reads values as their columns do, nulls too, however often', async () => {
  const { database } = db.pool;
  const seen = asInstant(Date.UTC(2026, 10, 26, 5, 30));
  const attributes = { size: '1,000', 'quoted"': ["it's", null] };
  for (const lastSeenAt of [seen, null, seen]) {
    const values = { name: '坂井 真理子', email: null, attributes, lastSeenAt };
    const [row] = await insertLead({ database, values });
    expect(row).toMatchObject(values);
    const [read] = await database
      .select()
      .from(lead)
      .where(eq(lead.id, row?.id ?? asId('')));
    expect(read).toEqual(row);
  }
});

it('takes lists, and gives expressions and the columns of a missing row', async () => {
  const { database } = db.pool;
  const values = { name: 'Sakai', email: 'sakai@example.jp', attributes: {}, lastSeenAt: null };
  const [row] = await insertLead({ database, values });
  const id = row?.id ?? '';
  expect(await findLeads({ database, values: { ids: [id] } })).toEqual([{ id, twice: 2, of: { company: null } }]);
  expect(await findLeads({ database, values: { ids: [] } })).toEqual([]);
});

it('belongs to the transaction that it is given', async () => {
  const { database } = db.pool;
  const before = await database.$count(lead);
  const rolledBack = database.transaction(async (inner) => {
    await insertLead({ database: inner, values: { name: 'Kato', email: null, attributes: {}, lastSeenAt: null } });
    expect(await inner.$count(lead)).toBe(before + 1);
    throw new Error('not today');
  });
  await expect(rolledBack).rejects.toThrow('not today');
  expect(await database.$count(lead)).toBe(before);
});

it('does what is sent together in the order given', async () => {
  const { database } = db.pool;
  await database.transaction(async (inner) => {
    const values = { name: 'Mori', email: 'mori@example.jp', attributes: {}, lastSeenAt: null };
    const [, count] = await Promise.all([
      insertLead({ database: inner, values }),
      inner.$count(lead, eq(lead.email, 'mori@example.jp')),
    ]);
    expect(count).toBe(1);
  });
});

it('is planned by PostgreSQL once a connection, as is what is used often', async () => {
  const { database } = db.pool;
  for (let use = 0; use < 5; use++)
    await database
      .select({ name: company.name })
      .from(company)
      .where(eq(company.name, `${use}`));
  const plans = await database.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`);
  const texts = plans.map(({ statement: text }) => text);
  expect(texts.filter((text) => text.startsWith('insert into "lead"'))).toHaveLength(1);
  expect(texts.filter((text) => text.startsWith('select "name" from "company"'))).toHaveLength(1);
});
