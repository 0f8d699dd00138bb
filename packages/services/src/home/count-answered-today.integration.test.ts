import { handoff, handoffEntry } from '@sodate/database/schema/handoff';
import { organisation } from '@sodate/database/schema/organisation';
import { asId } from '@sodate/journey/id';
import { parseInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext, testUser } from '../../../../test/database.ts';
import { makersFor } from '../../../../test/make-handoff.ts';
import { ensureDefaultCalendar } from '../calendar/ensure-default-calendar.ts';
import type { Context } from '../context.ts';
import { countListedHandoffs, listHandoffs } from '../handoff/list-handoffs.ts';
import { listHandoffsInput } from '../handoff/which-handoffs.ts';
import { countAnsweredToday } from './count-answered-today.ts';

// Thursday 19 November 2026, 14:32 in Tokyo.
const now = parseInstant('2026-11-19T05:32:00Z');
const morning = parseInstant('2026-11-19T00:30:00Z');
const yesterday = parseInstant('2026-11-18T14:59:00Z');

const none = asId<'handoff'>('');

let database: TestDatabase;
let context: Context;
let makeHandoff: ReturnType<typeof makersFor>['makeHandoff'];

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database, clock: { now: () => now } });
  const sender = { name: 'アオバリンク', email: 'a@sodate.test', postalAddress: '' };
  await context.database.insert(organisation).values({ name: 'アオバリンク', sender });
  ({ makeHandoff } = makersFor({ context, calendar: await ensureDefaultCalendar({ context }) }));
});
afterAll(() => database.drop());

it('counts each hand-off that one answered today once, and none that was taken back', async () => {
  const [rep] = await context.database.execute<{ id: string }>(sql`
    insert into "user" (name, email, role, language) values ('実', 'minoru@a.test', 'sales-rep', 'ja') returning id`);
  const me = asId<'user'>(rep?.id ?? '');
  const made = {
    owner: me,
    dueAt: '2026-11-19T06:00:00Z',
    createdAt: '2026-11-18T01:00:00Z',
    state: 'accepted',
  } as const;
  for (const test of [false, false, false, true]) await makeHandoff({ ...made, test });
  const ids = await context.database.select({ id: handoff.id }).from(handoff).orderBy(handoff.id);
  const [first, second, third, fourth] = ids.map(({ id }) => id);
  await context.database.insert(handoffEntry).values(
    [
      { of: first, kind: 'accepted' as const },
      { of: first, kind: 'met' as const },
      { of: second, kind: 'accepted' as const },
      { of: second, kind: 'undone' as const, detail: { of: 'accepted' } },
      { of: second, kind: 'note' as const },
      { of: third, kind: 'accepted' as const, at: yesterday },
      { of: fourth, kind: 'accepted' as const },
    ].map(({ of = none, ...said }) => ({ at: morning, handoffId: of, userId: me, ...said })),
  );
  const own = { ...context, actor: testUser({ id: me, role: 'sales-rep' }) };
  expect(await countAnsweredToday({ context: own })).toBe(1);
  const asked = { answered: 'today' } as const;
  const listed = await listHandoffs({ context: own, input: listHandoffsInput.parse(asked) });
  expect(listed.rows.map(({ id }) => id)).toEqual([first]);
  expect(await countListedHandoffs({ context: own, input: asked })).toEqual({ count: 1, more: false });
  await context.database
    .insert(handoffEntry)
    .values({ handoffId: third ?? none, userId: me, kind: 'reached', at: morning });
  expect(await countAnsweredToday({ context: own })).toBe(2);
  const other = testUser({ id: asId<'user'>(crypto.randomUUID()), role: 'sales-rep' });
  expect(await countAnsweredToday({ context: { ...context, actor: other } })).toBe(0);
});
