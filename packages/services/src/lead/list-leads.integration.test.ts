import { company, consent, lead, leadScore } from '@sodate/database/schema/lead';
import { asId, type CompanyId, type LeadId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext, testUser } from '../../../../test/database.ts';
import { only } from '../../../../test/hosts/store-lead.ts';
import type { Context } from '../context.ts';
import { readScore } from '../score/read-score.ts';
import { countLeads } from './count-leads.ts';
import type { LeadConsent } from './lead-filter.ts';
import { leadSorts, listLeads } from './list-leads.ts';

type Input = Parameters<typeof listLeads>[0]['input'];

let database: TestDatabase;
let context: Context;
let hoshikawa: CompanyId;
const people = 23;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database });
  const db = context.database;
  const stored = await db.insert(company).values({ name: '星川食品株式会社', nameKey: '星川食品' }).returning();
  hoshikawa = only(stored).id;
  for (let number = 0; number < people; number++) {
    const created = await db
      .insert(lead)
      .values({
        name: `見込 ${number}番`,
        email: `lead${number}@example.jp`,
        companyId: number % 4 === 0 ? hoshikawa : null,
        stage: number % 2 === 0 ? 'mql' : 'lead',
        createdAt: asInstant(Date.UTC(2026, 10, 1) + Math.floor(number / 2) * 60_000),
        lastSeenAt: number % 3 === 0 ? null : asInstant(Date.UTC(2026, 10, 20) - number * 60_000),
      })
      .returning();
    const score = (number * 7) % 20;
    await db.insert(leadScore).values({ leadId: only(created).id, score, rules: 1 });
    await givePoints({ to: only(created).id, points: score });
  }
  await db.insert(lead).values({ name: '消えた人', erasedAt: asInstant(Date.now()) });
  await db.insert(lead).values({ name: '一緒になった人', mergedInto: asId(crypto.randomUUID()) });
});
afterAll(() => database.drop());

async function givePoints({ to, points }: { to: LeadId; points: number }): Promise<void> {
  await context.database.execute(sql`
    with seen as (insert into visitor (lead_id) values (${to}) returning id)
    insert into event (id, visitor_id, name, points, occurred_at, stored_at)
    select (random() * 1e15)::bigint, id, 'points-given', ${points}, now(), now()
    from seen`);
}

function list(input: Partial<Input>, as: Context = context) {
  return listLeads({ context: as, input: { filter: {}, sort: 'created', limit: 50, ...input } as Input });
}

it('finds leads by what they last said of marketing mails', async () => {
  const [agreed, left, back] = await list({ limit: 3 }).then(({ rows }) => rows.map(({ id }) => id));
  const say = (leadId: LeadId | undefined, given: boolean) =>
    context.database
      .insert(consent)
      .values({ leadId: leadId ?? asId(''), topic: 'marketing', given, wording: '', source: '電話' });
  for (const [id, ...words] of [[agreed, true] as const, [left, true, false] as const, [back, false, true] as const]) {
    for (const given of words) await say(id, given);
  }
  const found = async (is: LeadConsent) => (await list({ filter: { consent: is } })).rows;
  expect((await found('given')).map(({ id }) => id).toSorted()).toEqual([agreed, back].toSorted());
  expect((await found('withdrawn')).map(({ id, consent: word }) => [id, word])).toEqual([[left, false]]);
  const silent = await found('none');
  expect([silent.length, silent.every((one) => one.consent === null)]).toEqual([people - 3, true]);
});

async function walk(sort: Input['sort']) {
  const rows = [];
  for (let after: string | undefined, more = true; more; ) {
    const page = await list({ sort, limit: 5, ...(after === undefined ? {} : { after }) });
    rows.push(...page.rows);
    after = page.next;
    more = after !== undefined;
  }
  return rows;
}

it.each(leadSorts)('walks all leads once, page by page, ordered by %s', async (sort) => {
  const rows = await walk(sort);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(people);
  expect(rows).toHaveLength(people);
  const values = rows.map((row) => {
    if (sort === 'score') return row.score;
    return Date.parse(sort === 'created' ? row.createdAt : (row.lastSeenAt ?? row.createdAt));
  });
  expect(values).toEqual(values.toSorted((a, b) => b - a));
});

it('tells of a lead the score that its own page tells, before the cache has caught up', async () => {
  const [first] = (await list({})).rows;
  if (first === undefined) throw new Error('no lead is listed');
  await givePoints({ to: first.id, points: 20 });
  const { total } = await readScore({ context, lead: first.id, now: context.clock.now() });
  expect(total).toBe(first.score + 20);
  expect((await list({})).rows.find(({ id }) => id === first.id)?.score).toBe(total);
  await givePoints({ to: first.id, points: -20 });
});

it('finds leads by part of a name, an address or a company', async () => {
  expect((await list({ filter: { search: '見込 7番' } })).rows.map(({ email }) => email)).toEqual(['lead7@example.jp']);
  expect((await list({ filter: { search: 'LEAD12@' } })).rows).toHaveLength(1);
  expect((await list({ filter: { search: '星川' } })).rows.every((row) => row.company?.id === hoshikawa)).toBe(true);
  expect((await list({ filter: { search: '100%' } })).rows).toEqual([]);
});

it('narrows by stage, score, owner and company at once, and counts the same', async () => {
  const filter = { stages: ['mql' as const], scoreAtLeast: 10, company: hoshikawa, owner: 'none' as const };
  const { rows } = await list({ filter });
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.stage === 'mql' && row.score >= 10 && row.company?.id === hoshikawa)).toBe(true);
  expect(await countLeads({ context, input: { filter } })).toEqual({ count: rows.length, more: false });
});

it('shows a viewer no names and no addresses, nor finds by them', async () => {
  const viewer = testContext({
    database: context.database,
    actor: testUser({ id: asId(crypto.randomUUID()), role: 'viewer' }),
  });
  const { rows } = await list({}, viewer);
  expect(rows).toHaveLength(people);
  expect(JSON.stringify(rows)).not.toMatch(/見込|example\.jp/);
  expect((await list({ filter: { search: '見込' } }, viewer)).rows).toEqual([]);
  expect((await list({ filter: { search: '星川' } }, viewer)).rows.length).toBeGreaterThan(0);
});

it('refuses a cursor that it did not make', async () => {
  await expect(list({ after: 'page 2' })).rejects.toMatchObject({ kind: 'invalid', field: 'after' });
  await expect(list({ after: 'not-a-uuid~2026' })).rejects.toMatchObject({ kind: 'invalid' });
});

it.each([
  'もり',
  'モリ',
  'ﾓﾘ ﾕｳ',
  'もりゆう',
  '森優',
  '森　優',
  '森 城南',
  '城南 ゆう',
  '07000004129',
  '070-0000-4129',
  '070 0000 4129',
  '+81 70-0000-4129',
  '4129',
  'mori@',
])('finds a lead by "%s", however it is stored', async (search) => {
  const { lead: id, others } = await mori();
  const found = (await list({ filter: { search } })).rows;
  expect(found).toMatchObject([{ id, nameKana: 'モリ ユウ', phone: '07000004129' }]);
  expect(await countLeads({ context, input: { filter: { search } } })).toEqual({ count: 1, more: false });
  expect(others).not.toContain(found[0]?.id);
});

it('finds a name that is stored without its blank, and none that has but one of the words', async () => {
  await mori();
  expect((await list({ filter: { search: '青木 はな' } })).rows.map(({ name }) => name)).toEqual(['青木はな']);
  expect((await list({ filter: { search: '森 星川' } })).rows).toEqual([]);
});

it('finds those who see no personal data nothing by a name or a reading', async () => {
  await mori();
  const viewer = testContext({
    database: database.pool.database,
    actor: testUser({ id: asId(crypto.randomUUID()), role: 'viewer' }),
  });
  expect((await list({ filter: { search: 'もり' } }, viewer)).rows).toEqual([]);
  expect((await list({ filter: { search: '城南' } }, viewer)).rows).toMatchObject([{ name: '', nameKana: null }]);
});

let made: Promise<{ lead: LeadId; others: readonly LeadId[] }> | undefined;

function mori() {
  made ??= (async () => {
    const jonan = only(
      await context.database.insert(company).values({ name: '城南精機', nameKey: '城南' }).returning(),
    );
    const known = { name: '森 優', nameKana: 'モリ ユウ', phone: '07000004129', email: 'mori@jonan.test' };
    const one = only(
      await context.database
        .insert(lead)
        .values({ ...known, companyId: jonan.id })
        .returning(),
    );
    const others = await context.database
      .insert(lead)
      .values([{ name: '青木はな' }, { name: '大森 優子', phone: '0300004120' }])
      .returning();
    return { lead: one.id, others: others.map(({ id }) => id) };
  })();
  return made;
}
