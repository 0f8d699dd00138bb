import { organisation } from '@sodate/database/schema/organisation';
import { asId } from '@sodate/journey/id';
import { asInstant, parseInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext, testUser } from '../../../../test/database.ts';
import { makersFor } from '../../../../test/make-handoff.ts';
import { ensureDefaultCalendar } from '../calendar/ensure-default-calendar.ts';
import type { Context } from '../context.ts';
import { countListedHandoffs, listHandoffs } from '../handoff/list-handoffs.ts';
import type { LeadFilter } from '../lead/lead-filter.ts';
import { listLeads } from '../lead/list-leads.ts';
import { countAnswersByOwner } from './count-answers-by-owner.ts';
import { countHandoffsOfWeek } from './count-handoffs-of-week.ts';
import { countJourneys } from './count-journeys.ts';
import { readDueHandoffs } from './read-due-handoffs.ts';
import { readMonthFunnel } from './read-month-funnel.ts';
import { readNeeds } from './read-needs.ts';
import { readWeekOfSends } from './read-week-of-sends.ts';

// Thursday 19 November 2026, 14:32 in Tokyo; Monday 23 is a holiday.
const now = parseInstant('2026-11-19T05:32:00Z');

let database: TestDatabase;
let context: Context;
let makeLead: ReturnType<typeof makersFor>['makeLead'];
let makeHandoff: ReturnType<typeof makersFor>['makeHandoff'];

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database, clock: { now: () => now } });
  await context.database.insert(organisation).values({
    name: 'アオバリンク',
    sender: { name: 'アオバリンク', email: 'a@sodate.test', postalAddress: '' },
  });
  const calendar = await ensureDefaultCalendar({ context });
  ({ makeLead, makeHandoff } = makersFor({ context, calendar }));
});

afterAll(() => database.drop());

interface MoveGiven {
  readonly stage: string;
  readonly at: string;
  readonly test?: boolean;
  readonly back?: boolean;
}

describe('home', () => {
  it('of a fresh installation is empty, without a fault', async () => {
    expect(await countJourneys({ context })).toEqual({
      byState: { draft: 0, live: 0, paused: 0, stopped: 0 },
      inFlight: 0,
      held: 0,
    });
    expect(await readNeeds({ context })).toEqual({
      stuck: [],
      missing: [],
      publishAsked: [],
      unclearMails: 0,
      unclearCalls: [],
      overdue: { count: 0, owners: [], otherOwners: 0, overMs: 0 },
      unowned: { open: 0, working: 0 },
      barredAt: null,
    });
    expect(await readDueHandoffs({ context })).toEqual([]);
  });

  it('counts new leads of this month in the own zone, and of the last up to the same day; no test leads', async () => {
    await makeLead({ at: parseInstant('2026-10-31T15:00:00Z') }); // 1 November in Tokyo
    await makeLead({ at: parseInstant('2026-10-31T14:59:00Z') }); // 31 October in Tokyo, after the 19th
    await makeLead({ at: parseInstant('2026-10-10T00:00:00Z') });
    await makeLead({ at: parseInstant('2026-11-02T00:00:00Z'), test: true });
    const { thisMonth, lastMonth } = await readMonthFunnel({ context });
    expect(thisMonth).toEqual({ lead: 1, mql: 0, sql: 0, opportunity: 0, customer: 0 });
    expect(lastMonth.lead).toBe(1);
  });

  it('leads from each number of the month to the leads that it counts; what was taken back is in neither', async () => {
    const moved = async ({ stage, at, test = false, back = false }: MoveGiven) => {
      const lead = await makeLead({ at: asInstant(0), test });
      await context.database.execute(sql`
        with own as (insert into visitor (lead_id) values (${lead}) returning id)
        insert into event (id, stored_at, occurred_at, visitor_id, name, outcome, retracted_at)
        select nextval('event_id'), ${at}::timestamptz, ${at}::timestamptz, own.id, 'stage-changed', ${stage},
          ${back ? at : null}::timestamptz from own`);
      return lead;
    };
    const counted = await moved({ stage: 'sql', at: '2026-11-05T00:00:00Z' });
    await moved({ stage: 'sql', at: '2026-11-06T00:00:00Z', back: true });
    await moved({ stage: 'sql', at: '2026-11-07T00:00:00Z', test: true });
    const earlier = await moved({ stage: 'opportunity', at: '2026-11-01T00:00:00Z' });
    const listed = async (reached: NonNullable<LeadFilter['reached']>) => {
      const { rows } = await listLeads({ context, input: { filter: { reached }, sort: 'created', limit: 50 } });
      return rows.map(({ id }) => id);
    };
    const later = { ...context, clock: { now: () => parseInstant('2026-11-19T06:32:00Z') } };
    const { thisMonth, lastMonth } = await readMonthFunnel({ context: later });
    expect(thisMonth).toEqual({ lead: 1, mql: 0, sql: 1, opportunity: 1, customer: 0 });
    expect(await listed({ stage: 'sql', month: 'this' })).toEqual([counted]);
    expect(await listed({ stage: 'opportunity', month: 'this' })).toEqual([earlier]);
    expect(await listed({ stage: 'mql', month: 'this' })).toEqual([]);
    expect(await listed({ stage: 'sql', month: 'last' })).toEqual([]);
    expect(await listed({ stage: 'lead', month: 'this' })).toHaveLength(thisMonth.lead);
    expect(await listed({ stage: 'lead', month: 'last' })).toHaveLength(lastMonth.lead);
  });

  it('shows seven days, weekends and holidays as closed', async () => {
    const { days, next } = await readWeekOfSends({ context });
    expect(days.map(({ open }) => open)).toEqual([true, true, false, false, false, true, true]);
    expect(days[1]?.at).toBe(parseInstant('2026-11-19T15:00:00Z'));
    expect(next).toEqual({});
  });

  it('measures what is left of an SLA in open time, the most urgent first', async () => {
    await makeHandoff({ dueAt: '2026-11-20T01:00:00Z' }); // Friday 10:00: 3 h 28 min of today and one hour
    await makeHandoff({ dueAt: '2026-11-19T05:00:00Z' }); // 32 minutes ago
    const [late, later] = await readDueHandoffs({ context });
    expect(late?.leftMs).toBe(-32 * 60_000);
    expect(later?.leftMs).toBe((3 * 60 + 28 + 60) * 60_000);
    const needs = await readNeeds({ context });
    expect(needs.overdue).toMatchObject({ count: 1, overMs: 32 * 60_000 });
  });

  it('tells hand-offs answered in time from late, overdue and coming ones', async () => {
    await makeHandoff({ dueAt: '2026-11-18T01:00:00Z', state: 'accepted', answeredAt: '2026-11-18T00:59:00Z' });
    await makeHandoff({ dueAt: '2026-11-18T01:00:00Z', state: 'accepted', answeredAt: '2026-11-18T01:01:00Z' });
    await makeHandoff({ dueAt: '2026-11-10T01:00:00Z', state: 'accepted', answeredAt: '2026-11-10T00:00:00Z' });
    const week = await countHandoffsOfWeek({ context });
    expect(week).toEqual({ inTime: 1, late: 1, toCome: 1, soon: 0, overdue: 1, passedOn: 0, tookOver: 0 });
  });

  it('hides the names of leads from viewers', async () => {
    const actor = { kind: 'user', id: '' as never, role: 'viewer', language: 'ja' } as const;
    const seen = await readDueHandoffs({ context: { ...context, actor } });
    expect(seen.map(({ lead }) => lead.name)).toEqual(['', '']);
  });

  it('tells a manager who answers late: of what was due this month, the most often late first', async () => {
    const owners = await context.database.execute<{ id: string; name: string }>(sql`
      insert into "user" (name, email, role, language) values
        ('水野', 'mizuno@a.test', 'sales-rep', 'ja'), ('森', 'mori@a.test', 'sales-rep', 'ja') returning id, name`);
    const [first, second] = ['水野', '森'].map((name) => owners.find((one) => one.name === name)?.id ?? '');
    const answered = { state: 'accepted', answeredAt: '2026-11-03T02:00:00Z' };
    if (first === undefined || second === undefined) throw new Error('nobody was made');
    await makeHandoff({ owner: first, dueAt: '2026-11-03T03:00:00Z', ...answered });
    await makeHandoff({ owner: first, dueAt: '2026-10-30T01:00:00Z', ...answered }); // was due last month
    await makeHandoff({ owner: first, dueAt: '2026-11-20T01:00:00Z' }); // still to come
    await makeHandoff({ owner: first, dueAt: '2026-11-21T01:00:00Z', ...answered }); // answered before it is due
    await makeHandoff({ owner: second, dueAt: '2026-11-03T01:00:00Z', ...answered });
    await makeHandoff({ owner: second, dueAt: '2026-11-04T01:00:00Z' });
    // Given to the other too late for them to be in time: it stays with who let it pass.
    await context.database.execute(sql`
      with given as (update handoff set owner_id = ${first} where owner_id = ${second} and state = 'open' returning id)
      insert into handoff_entry (handoff_id, kind, detail, at)
      select id, 'assigned', ${JSON.stringify({ from: second, to: first })}::jsonb, '2026-11-19T01:00:00Z' from given`);
    const { owners: counted, others } = await countAnswersByOwner({ context });
    expect(others).toBe(0);
    expect(counted.filter(({ name }) => name !== null)).toMatchObject([
      { name: '森', inTime: 0, late: 1, overdue: 1 },
      { name: '水野', inTime: 1, late: 0, overdue: 0 },
    ]);
    expect(counted.find(({ name }) => name === null)?.late).toBe(1);
    const { overdue } = await readNeeds({ context });
    expect(overdue.owners).toEqual(['水野']);
  });

  it('leads from each number to exactly what it counted, and says how late an answer came', async () => {
    const listed = async (which: object) =>
      (await listHandoffs({ context, input: { view: 'open', limit: 100, ...which } })).rows;
    const { owners, total } = await countAnswersByOwner({ context });
    const everybodys = { id: undefined, ...total };
    const numbers = [...owners, everybodys].flatMap((one) =>
      Object.entries({ 'in-time': one.inTime, late: one.late, overdue: one.overdue }).map(([answer, count]) => ({
        which: { due: 'month', answer, ...(one.id === undefined ? {} : { owner: one.id ?? 'nobody' }) },
        count,
      })),
    );
    const week = await countHandoffsOfWeek({ context });
    const parts = { 'in-time': week.inTime, late: week.late, 'to-come': week.toCome, overdue: week.overdue };
    const ofWeek = Object.entries(parts).map(([answer, count]) => ({ which: { due: 'week', answer }, count }));
    const needs = await readNeeds({ context });
    const overdue = { which: { due: 'ever', answer: 'overdue' }, count: needs.overdue.count };
    expect(numbers.filter(({ count }) => count > 0).length).toBeGreaterThan(3);
    for (const { which, count } of [...numbers, ...ofWeek, overdue]) {
      expect({ ...which, count: (await listed(which)).length }).toEqual({ ...which, count });
    }
    const [late] = await listed({ due: 'week', answer: 'late' });
    expect(late).toMatchObject({ state: 'accepted', lateMs: 60_000 });
    const working = { view: 'working' } as const;
    expect((await listed(working)).length).toBe(
      (await listed({ ...working, answer: 'in-time' })).length + (await listed({ ...working, answer: 'late' })).length,
    );
  });

  it('counts two owners of one name as two', async () => {
    const before = await readNeeds({ context });
    const twins = await context.database.execute<{ id: string }>(sql`
      insert into "user" (name, email, role, language)
      select '双葉', n || '@twin.test', 'sales-rep', 'ja' from generate_series(1, 5) n returning id`);
    for (const { id } of twins) await makeHandoff({ owner: id, dueAt: '2026-11-06T01:00:00Z' });
    const { overdue } = await readNeeds({ context });
    const ownersOf = ({ owners, otherOwners }: typeof overdue) => owners.length + otherOwners;
    expect(ownersOf(overdue)).toBe(ownersOf(before.overdue) + 5);
    await context.database.execute(sql`delete from handoff where owner_id in ${twins.map(({ id }) => id)}`);
  });

  it('tells a rep of their own overdue hand-offs and of their own week alone', async () => {
    const [own] = await context.database.execute<{ id: string }>(sql`
      insert into "user" (name, email, role, language) values ('堀', 'hori@a.test', 'sales-rep', 'ja') returning id`);
    const actor = testUser({ id: asId<'user'>(own?.id ?? ''), role: 'sales-rep' });
    const read = async () => (await readNeeds({ context: { ...context, actor } })).overdue;
    const week = () => countHandoffsOfWeek({ context: { ...context, actor } });
    expect((await read()).count).toBe(0);
    expect(await week()).toEqual({ inTime: 0, late: 0, toCome: 0, soon: 0, overdue: 0, passedOn: 0, tookOver: 0 });
    await makeHandoff({ owner: own?.id ?? '', dueAt: '2026-11-19T04:00:00Z' });
    expect(await read()).toMatchObject({ count: 1, owners: ['堀'] });
    expect(await week()).toEqual({ inTime: 0, late: 0, toCome: 0, soon: 0, overdue: 1, passedOn: 0, tookOver: 0 });
    expect((await countHandoffsOfWeek({ context })).overdue).toBeGreaterThan(1);
  });

  it('counts for a rep, and lists, what was theirs when it was due, whoever has it since', async () => {
    const made = await context.database.execute<{ id: string; name: string }>(sql`
      insert into "user" (name, email, role, language) values
        ('前', 'mae@a.test', 'sales-rep', 'ja'), ('後', 'ato@a.test', 'sales-rep', 'ja') returning id, name`);
    const [first = '', then = ''] = ['前', '後'].map((name) => made.find((one) => one.name === name)?.id);
    await makeHandoff({ owner: first, dueAt: '2026-11-18T02:00:00Z' });
    await context.database.execute(sql`
      with given as (update handoff set owner_id = ${then} where owner_id = ${first} returning id)
      insert into handoff_entry (handoff_id, kind, detail, at)
      select id, 'assigned', ${JSON.stringify({ from: first, to: then })}::jsonb, '2026-11-19T01:00:00Z' from given`);
    const seenBy = async (id: string) => {
      const own = { ...context, actor: testUser({ id: asId<'user'>(id), role: 'sales-rep' }) };
      const input = { view: 'open', due: 'week', answer: 'overdue', limit: 100 } as const;
      const { rows } = await listHandoffs({ context: own, input });
      const listed = (await countListedHandoffs({ context: own, input })).count;
      expect(rows).toHaveLength(listed);
      expect(rows.map(({ mayOpen }) => mayOpen)).toEqual(rows.map(({ owner }) => owner?.id === id));
      const { count } = (await readNeeds({ context: own })).overdue;
      const { overdue, passedOn, tookOver } = await countHandoffsOfWeek({ context: own });
      return { week: overdue, passedOn, tookOver, listed, toAnswer: count };
    };
    expect(await seenBy(first)).toEqual({ week: 1, passedOn: 1, tookOver: 0, listed: 1, toAnswer: 0 });
    expect(await seenBy(then)).toEqual({ week: 0, passedOn: 0, tookOver: 1, listed: 0, toAnswer: 1 });
    const whoever = { view: 'open', due: 'week', owner: asId<'user'>(first), limit: 5 } as const;
    const [theirs] = (await listHandoffs({ context, input: whoever })).rows;
    expect(theirs).toMatchObject({ heldBy: '前', owner: { name: '後', away: false }, mayOpen: true });
    await context.database.execute(sql`update "user" set absent = true where id = ${then}`);
    expect((await listHandoffs({ context, input: whoever })).rows[0]?.owner?.away).toBe(true);
    const own = { ...context, actor: testUser({ id: asId<'user'>(then), role: 'sales-rep' }) };
    expect(await readDueHandoffs({ context: own })).toMatchObject([{ owner: '後', ownerAway: true }]);
  });
});

it('tells of hand-offs without an owner, in progress too, and of none of a test lead', async () => {
  const { unowned: before } = await readNeeds({ context });
  const dueAt = '2026-11-20T01:00:00Z';
  for (const state of ['open', 'accepted']) await makeHandoff({ dueAt, state, test: true });
  expect((await readNeeds({ context })).unowned).toEqual(before);
  for (const state of ['open', 'accepted']) await makeHandoff({ dueAt, state });
  expect((await readNeeds({ context })).unowned).toEqual({ open: before.open + 1, working: before.working + 1 });
});
