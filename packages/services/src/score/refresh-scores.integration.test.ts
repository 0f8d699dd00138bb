import { event } from '@sodate/database/schema/event';
import { lead, leadScore, scoreRuleSet, visitor } from '@sodate/database/schema/lead';
import { notice } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import type { LeadId } from '@sodate/journey/id';
import { sameText } from '@sodate/journey/text';
import { asInstant, type Instant } from '@sodate/journey/time/instant';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testClock, testContext } from '../../../../test/database.ts';
import { only } from '../../../../test/hosts/store-lead.ts';
import type { Context } from '../context.ts';
import { readSurroundings } from '../journey/read-surroundings.ts';
import { areScoresBehind } from './are-scores-behind.ts';
import { previewScoreRules } from './preview-score-rules.ts';
import { refreshScores } from './refresh-scores.ts';
import { saveScoreRules } from './save-score-rules.ts';

const dayMs = 86_400_000;
const start = asInstant(Date.UTC(2026, 10, 20));
let database: TestDatabase;
let context: Context;
let clock: ReturnType<typeof testClock>;

const pageRule = {
  id: 'page',
  title: sameText('page'),
  points: 10,
  when: { kind: 'event' as const, pattern: { kind: 'page' as const } },
};

beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.sql`select ensure_event_partitions('2026-10-01', 4)`;
});
afterAll(() => database.drop());

beforeEach(async () => {
  clock = testClock(start);
  context = testContext({ database: database.pool.database, clock });
  await database.pool.sql`truncate lead, event, score_rule_set, progress, lead_score cascade`;
  await context.database.insert(scoreRuleSet).values({ revision: 1, windowDays: 14, hotAt: 20, rules: [pageRule] });
});

async function makeLead(views: readonly Instant[] = []): Promise<LeadId> {
  const { id } = only(await context.database.insert(lead).values({ name: 'x', createdAt: start }).returning());
  const { id: visitorId } = only(await context.database.insert(visitor).values({ leadId: id }).returning());
  for (const at of views) {
    await context.database
      .insert(event)
      .values({ id: sql`nextval('event_id')`, storedAt: at, occurredAt: at, visitorId, name: 'page-viewed' });
  }
  return id;
}

async function view({ lead: id, at }: { lead: LeadId; at: Instant }): Promise<void> {
  const [row] = await context.database.select().from(visitor).where(eq(visitor.leadId, id));
  if (row === undefined) throw new Error('no visitor');
  await context.database
    .insert(event)
    .values({ id: sql`nextval('event_id')`, storedAt: at, occurredAt: at, visitorId: row.id, name: 'page-viewed' });
}

async function scoreOf(id: LeadId) {
  const [row] = await context.database.select().from(leadScore).where(eq(leadScore.leadId, id));
  return row?.score;
}

it('scores every lead at first, then only those with news', async () => {
  const busy = await makeLead([asInstant(start - dayMs)]);
  const idle = await makeLead();
  expect(await refreshScores({ context })).toEqual({ changed: 2, more: false });
  expect([await scoreOf(busy), await scoreOf(idle)]).toEqual([10, 0]);
  clock.advance(60_000);
  expect((await refreshScores({ context })).changed).toBe(0);
  await view({ lead: idle, at: clock.now() });
  expect((await refreshScores({ context })).changed).toBe(1);
  expect(await scoreOf(idle)).toBe(10);
});

it('lowers a score when its events leave the window, without any news', async () => {
  const cooling = await makeLead([asInstant(start - 13 * dayMs), asInstant(start - dayMs)]);
  await refreshScores({ context });
  expect(await scoreOf(cooling)).toBe(20);
  clock.advance(2 * dayMs);
  expect((await refreshScores({ context })).changed).toBe(1);
  expect(await scoreOf(cooling)).toBe(10);
});

it('follows new rules, for every lead', async () => {
  const scored = await makeLead([asInstant(start - dayMs)]);
  await refreshScores({ context });
  const input = { windowDays: 14, hotAt: 20, basedOn: 1, rules: [{ ...pageRule, points: 7 }] };
  await saveScoreRules({ context, input });
  await refreshScores({ context });
  expect(await scoreOf(scored)).toBe(7);
});

it('says that lists are behind from the moment rules are saved until every lead was scored by them', async () => {
  const now = asInstant(Date.now());
  clock.advance(now - clock.now());
  await makeLead();
  await refreshScores({ context });
  expect(await areScoresBehind({ context })).toBe(false);
  clock.advance(60_000);
  await context.database.insert(scoreRuleSet).values({
    ...{ revision: 2, windowDays: 14, hotAt: 20, rules: [pageRule] },
    at: clock.now(),
  });
  expect(await areScoresBehind({ context })).toBe(true);
  clock.advance(1_000);
  await refreshScores({ context });
  expect(await areScoresBehind({ context })).toBe(false);
});

it('refuses to save over the change of someone else', async () => {
  const input = { windowDays: 14, hotAt: 20, basedOn: 1, rules: [pageRule] };
  await saveScoreRules({ context, input });
  await expect(saveScoreRules({ context, input })).rejects.toMatchObject({ kind: 'conflict' });
});

it('tells who would become hot before rules are saved, and stores nothing', async () => {
  const twice = await makeLead([asInstant(start - dayMs), asInstant(start - 2 * dayMs)]);
  const once = await makeLead([asInstant(start - dayMs)]);
  const input = { windowDays: 14, hotAt: 20, rules: [{ ...pageRule, points: 25 }] };
  const preview = await previewScoreRules({ context, input });
  expect(preview).toMatchObject({ hot: 2, hotNow: 1, becomeHot: 1, noLongerHot: 0 });
  expect(preview.leads.map(({ id, score, scoreNow }) => [id, score, scoreNow])).toEqual([
    [twice, 50, 20],
    [once, 25, 10],
  ]);
  expect(await scoreOf(twice)).toBeUndefined();
  const stricter = await previewScoreRules({ context, input: { ...input, hotAt: 60 } });
  expect(stricter).toMatchObject({ hot: 0, hotNow: 1, noLongerHot: 1 });
});

describe('a lead that becomes hot', () => {
  async function makePerson(values: Partial<typeof user.$inferInsert>) {
    const email = `${crypto.randomUUID()}@sodate.test`;
    return only(
      await context.database
        .insert(user)
        .values({ name: 'x', email, ...values })
        .returning(),
    ).id;
  }

  async function heard() {
    const rows = await context.database.select().from(notice).orderBy(notice.id);
    return rows.map(({ userId, kind, detail, href }) => ({ userId, kind, detail, href }));
  }

  async function viewTwice(id: LeadId) {
    for (const ago of [2_000, 1_000]) await view({ lead: id, at: asInstant(clock.now() - ago) });
    await refreshScores({ context });
  }

  beforeEach(async () => {
    await database.pool.sql`truncate "user", notice cascade`;
    await refreshScores({ context });
    clock.advance(60_000);
  });

  it('is told to its owner once, and again only after it has cooled', async () => {
    const owner = await makePerson({ role: 'sales-rep' });
    await makePerson({ role: 'marketer' });
    const id = await makeLead();
    await context.database.update(lead).set({ ownerId: owner }).where(eq(lead.id, id));
    await viewTwice(id);
    expect(await heard()).toEqual([
      { userId: owner, kind: 'lead-hot', detail: { lead: id, score: 20 }, href: `/leads/${id}` },
    ]);
    await viewTwice(id);
    expect(await scoreOf(id)).toBe(40);
    expect(await heard()).toHaveLength(1);
    clock.advance(15 * dayMs);
    await refreshScores({ context });
    expect(await scoreOf(id)).toBe(0);
    await viewTwice(id);
    expect(await heard()).toHaveLength(2);
  });

  it('is told to marketers and admins where it has no owner who is still here', async () => {
    const gone = await makePerson({ role: 'sales-rep', banned: true });
    const marketer = await makePerson({ role: 'marketer' });
    const admin = await makePerson({ role: 'admin' });
    await makePerson({ role: 'marketer', banned: true });
    await makePerson({ role: 'viewer' });
    const id = await makeLead();
    await context.database.update(lead).set({ ownerId: gone }).where(eq(lead.id, id));
    await viewTwice(id);
    expect((await heard()).map(({ userId }) => userId).toSorted()).toEqual([marketer, admin].toSorted());
  });

  it('is told to nobody where it is a test lead, or new rules made it hot', async () => {
    await makePerson({ role: 'marketer' });
    const test = await makeLead();
    await context.database.update(lead).set({ test: true }).where(eq(lead.id, test));
    await viewTwice(test);
    const once = await makeLead([asInstant(clock.now() - 1_000)]);
    await refreshScores({ context });
    const rules = [{ ...pageRule, points: 25 }];
    await saveScoreRules({ context, input: { windowDays: 14, hotAt: 20, basedOn: 1, rules } });
    clock.advance(60_000);
    await refreshScores({ context });
    expect(await scoreOf(once)).toBe(25);
    expect(await heard()).toEqual([]);
  });
});

it('offers nodes the categories that the rules know, each once', async () => {
  const rules = ['price', 'cases', 'price', undefined].map((category, at) => ({
    ...pageRule,
    id: `rule-${at}`,
    ...(category === undefined ? {} : { category }),
  }));
  await context.database.insert(scoreRuleSet).values({ revision: 2, windowDays: 14, hotAt: 20, rules });
  expect((await readSurroundings({ context })).scoreCategories).toEqual(['cases', 'price']);
});
