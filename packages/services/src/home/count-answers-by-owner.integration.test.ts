import { organisation } from '@sodate/database/schema/organisation';
import { asId, type UserId } from '@sodate/journey/id';
import { parseInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext, testUser } from '../../../../test/database.ts';
import { makersFor } from '../../../../test/make-handoff.ts';
import { ensureDefaultCalendar } from '../calendar/ensure-default-calendar.ts';
import type { Context } from '../context.ts';
import { countListedHandoffs, listHandoffs } from '../handoff/list-handoffs.ts';
import { countAnswersByOwner } from './count-answers-by-owner.ts';

// Thursday 19 November 2026, 14:32 in Tokyo; Monday 23 is a holiday.
const now = parseInstant('2026-11-19T05:32:00Z');

let database: TestDatabase;
let context: Context;
let makeHandoff: ReturnType<typeof makersFor>['makeHandoff'];

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database, clock: { now: () => now } });
  await context.database.insert(organisation).values({
    name: 'アオバリンク',
    sender: { name: 'アオバリンク', email: 'a@sodate.test', postalAddress: '' },
  });
  const calendar = await ensureDefaultCalendar({ context });
  ({ makeHandoff } = makersFor({ context, calendar }));
});

afterAll(() => database.drop());

describe('what each owner answered, and what came of it', () => {
  it('tells what came of whose hand-offs since the month began, and leads to them', async () => {
    const [rep] = await context.database.execute<{ id: string }>(sql`
      insert into "user" (name, email, role, language) values ('実', 'minoru@a.test', 'sales-rep', 'ja') returning id`);
    const owner = asId<'user'>(rep?.id ?? '');
    const before = (await countAnswersByOwner({ context })).total;
    const dueAt = '2026-12-01T01:00:00Z'; // nothing was due yet
    const came = { owner, dueAt, createdAt: '2026-10-01T01:00:00Z' };
    await makeHandoff({ ...came, state: 'accepted', metAt: '2026-11-02T01:00:00Z' });
    await makeHandoff({ ...came, state: 'won', metAt: '2026-11-02T02:00:00Z', closedAt: '2026-11-03T01:00:00Z' });
    await makeHandoff({ ...came, state: 'won', metAt: '2026-10-02T01:00:00Z', closedAt: '2026-11-04T01:00:00Z' });
    await makeHandoff({ ...came, state: 'lost', metAt: '2026-11-05T01:00:00Z', closedAt: '2026-11-05T01:00:00Z' });
    await makeHandoff({ ...came, state: 'won', closedAt: '2026-10-31T14:59:00Z' }); // October in Tokyo
    await makeHandoff({
      ...came,
      state: 'won',
      metAt: '2026-11-05T01:00:00Z',
      closedAt: '2026-11-05T01:00:00Z',
      test: true,
    });
    const { owners, total } = await countAnswersByOwner({ context });
    expect(owners.find(({ id }) => id === owner)).toMatchObject({ inTime: 0, late: 0, overdue: 0, met: 3, won: 2 });
    expect(total).toEqual({ ...before, met: before.met + 3, won: before.won + 2, lost: before.lost + 1 });
    const listed = async (which: object) =>
      (await listHandoffs({ context, input: { view: 'open', limit: 100, ...which } })).rows;
    expect((await listed({ outcome: 'met', owner })).map(({ state }) => state)).toEqual(['lost', 'won', 'accepted']);
    expect((await listed({ outcome: 'won', owner })).map(({ closedAt }) => closedAt?.slice(0, 10))).toEqual([
      '2026-11-04',
      '2026-11-03',
    ]);
    expect((await listed({ outcome: 'lost' })).map(({ closedAt }) => closedAt?.slice(0, 10))).toEqual(['2026-11-05']);
    for (const outcome of ['met', 'won'] as const) {
      const all = (await listed({ outcome })).length;
      expect(all).toBe(total[outcome]);
      expect((await countListedHandoffs({ context, input: { outcome } })).count).toBe(all);
      const [first] = await listed({ outcome, limit: 1 });
      const page = await listHandoffs({ context, input: { view: 'open', outcome, limit: 1 } });
      const rest = await listHandoffs({
        context,
        input: { view: 'open', outcome, limit: 100, after: page.next ?? '' },
      });
      expect(rest.rows).toHaveLength(all - 1);
      expect(rest.rows.some(({ id }) => id === first?.id)).toBe(false);
    }
    const actor = testUser({ id: owner, role: 'sales-rep' });
    const seen = await countAnswersByOwner({ context: { ...context, actor } });
    expect(seen.owners.map(({ id, met, won }) => ({ id, met, won }))).toEqual([{ id: owner, met: 3, won: 2 }]);
    expect(seen.total).toEqual({ inTime: 0, late: 0, overdue: 0, met: 3, won: 2, lost: 1 });
    await context.database.execute(sql`delete from handoff where owner_id = ${owner}`);
  });

  it('leaves with a rep what they gave back after it was due', async () => {
    const [rep] = await context.database.execute<{ id: string }>(sql`
      insert into "user" (name, email, role, language) values ('返', 'kaesu@a.test', 'sales-rep', 'ja') returning id`);
    const owner = rep?.id ?? '';
    await makeHandoff({ owner, dueAt: '2026-11-04T02:00:00Z' });
    await context.database.execute(sql`
      with given as (update handoff set owner_id = null where owner_id = ${owner} returning id)
      insert into handoff_entry (handoff_id, kind, detail, at)
      select id, 'given-back', ${JSON.stringify({ from: owner })}::jsonb, '2026-11-19T01:00:00Z' from given`);
    const { owners } = await countAnswersByOwner({ context });
    expect(owners.find(({ name }) => name === '返')?.overdue).toBe(1);
    await context.database.execute(sql`
      with gone as (delete from handoff_entry where detail ->> 'from' = ${owner} returning handoff_id)
      delete from handoff where id in (select handoff_id from gone)`);
  });

  it('leaves a meeting and an order with whoever had it then, in the numbers and in the lists behind them', async () => {
    const [away, cover] = await context.database.execute<{ id: UserId }>(sql`
      insert into "user" (name, email, role, language) values
        ('休', 'yasumi@a.test', 'sales-rep', 'ja'), ('代', 'kawari@a.test', 'sales-rep', 'ja') returning id`);
    if (away === undefined || cover === undefined) throw new Error('nobody to hand to');
    const come = { owner: away.id, dueAt: '2026-12-01T01:00:00Z', createdAt: '2026-10-01T01:00:00Z' };
    await makeHandoff({ ...come, state: 'opportunity', metAt: '2026-11-02T01:00:00Z' });
    await makeHandoff({ ...come, state: 'won', metAt: '2026-11-02T02:00:00Z', closedAt: '2026-11-12T01:00:00Z' });
    await context.database.execute(sql`
      with given as (update handoff set owner_id = ${cover.id} where owner_id = ${away.id} returning id)
      insert into handoff_entry (handoff_id, kind, detail, at)
      select id, 'assigned', ${JSON.stringify({ from: away.id, to: cover.id })}::jsonb, '2026-11-10T01:00:00Z' from given`);
    const { owners } = await countAnswersByOwner({ context });
    expect(owners.find(({ id }) => id === away.id)).toMatchObject({ met: 2, won: 0 });
    expect(owners.find(({ id }) => id === cover.id)).toMatchObject({ met: 0, won: 1 });
    for (const [owner, outcome, found] of [
      [away.id, 'met', 2],
      [away.id, 'won', 0],
      [cover.id, 'met', 0],
      [cover.id, 'won', 1],
    ] as const) {
      const actor = testUser({ id: owner, role: 'sales-rep' });
      const own = { ...context, actor };
      expect((await countListedHandoffs({ context, input: { outcome, owner } })).count).toBe(found);
      expect((await countListedHandoffs({ context: own, input: { outcome } })).count).toBe(found);
    }
    const listed = await listHandoffs({ context, input: { view: 'open', limit: 9, outcome: 'met', owner: away.id } });
    expect(listed.rows.map(({ owner, heldBy }) => [owner?.name, heldBy])).toEqual([
      ['代', '休'],
      ['代', '休'],
    ]);
    await context.database.execute(sql`
      with gone as (delete from handoff_entry where detail ->> 'from' = ${away.id} returning handoff_id)
      delete from handoff where id in (select handoff_id from gone)`);
  });

  it('tells how long each usually takes to answer, in open hours: the middle one of this month', async () => {
    const [rep] = await context.database.execute<{ id: string }>(sql`
      insert into "user" (name, email, role, language) values ('原', 'hara@a.test', 'sales-rep', 'ja') returning id`);
    const owner = rep?.id ?? '';
    const answer = (createdAt: string, answeredAt: string) =>
      makeHandoff({ owner, createdAt, answeredAt, state: 'accepted', dueAt: '2026-11-17T05:00:00Z' });
    const read = async () =>
      (await countAnswersByOwner({ context })).owners.find(({ name }) => name === '原')?.medianMs;
    await makeHandoff({ owner, dueAt: '2026-11-17T05:00:00Z' });
    expect(await read()).toBeNull();
    await answer('2026-11-05T08:00:00Z', '2026-11-06T01:00:00Z'); // Thursday 17:00 to Friday 10:00: 2 h
    await answer('2026-11-13T08:30:00Z', '2026-11-16T00:30:00Z'); // Friday 17:30 to Monday 9:30: 1 h
    expect(await read()).toBe(90 * 60_000);
    await answer('2026-11-09T00:00:00Z', '2026-11-09T09:00:00Z'); // a whole Monday: 9 h
    expect(await read()).toBe(120 * 60_000);
    await context.database.execute(sql`delete from handoff where owner_id = ${owner}`);
  });

  it('says how many owners there are beyond those it compares', async () => {
    const more = await context.database.execute<{ id: string }>(sql`
      insert into "user" (name, email, role, language)
      select 'rep ' || n, n || '@many.test', 'sales-rep', 'ja' from generate_series(1, 22) n returning id`);
    for (const { id } of more) await makeHandoff({ owner: id, dueAt: '2026-11-05T01:00:00Z' });
    const { owners, others } = await countAnswersByOwner({ context });
    expect(owners).toHaveLength(20);
    expect(others).toBe(2);
  });
});
