import { effect } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import type { HandoffId } from '@sodate/journey/id';
import { plus } from '@sodate/journey/time/instant';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { only } from '../../../../test/hosts/store-lead.ts';
import { testEngine } from '../../../../test/hosts/test-engine.ts';
import { handOver, newPerson, noticesOf, type Person } from '../../../../test/hosts/test-handoffs.ts';
import { barClaims } from '../engine/bar-claims.ts';
import { readClock } from '../engine/clock.ts';
import { listNotices } from '../notice/list-notices.ts';
import { acceptHandoff } from './accept-handoff.ts';
import { carryOnHandoff } from './carry-on-handoff.ts';
import { countHandoffs } from './count-handoffs.ts';
import { listEntries } from './list-entries.ts';
import { listHandoffs } from './list-handoffs.ts';
import { readBrief } from './read-brief.ts';
import { retryHandoff } from './retry-handoff.ts';
import { listHandoffsInput } from './which-handoffs.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

it('queues a notice only when it may be tried, and rests until then', async () => {
  const context = testEngine({ database: db.pool.database });
  const rep = await newPerson({ database: context.database, role: 'sales-rep', name: '中島' });
  const id = await handOver({ database: context.database, to: rep });
  const look = () => carryOnHandoff({ context, handoff: id, known: 0 });
  expect((await look()).kind).toBe('queued');
  await context.database
    .update(effect)
    .set({ nextTryAt: plus(await readClock({ context }), 5 * 60_000) })
    .where(eq(effect.handoffId, id));
  const rest = await look();
  expect(rest.kind).toBe('resting');
  expect(rest.kind === 'resting' && rest.waitMs).toBeGreaterThan(4 * 60_000);
  expect(rest.kind === 'resting' && rest.waitMs).toBeLessThan(6 * 60_000);
  await context.database.update(effect).set({ nextTryAt: null }).where(eq(effect.handoffId, id));
  await barClaims({ context });
  expect((await look()).kind).toBe('resting');
});

it('stores a fault of its look with the hand-off, rests, and goes on when a manager has it tried again', async () => {
  const { database } = db.pool;
  const context = testEngine({ database });
  const rep = await newPerson({ database, role: 'sales-rep', name: '中島' });
  const manager = await newPerson({ database, role: 'sales-manager', name: '三浦' });
  const id = await handOver({ database, to: rep });
  const look = () => carryOnHandoff({ context, handoff: id, known: 0 });
  const readRow = async () => only(await database.select().from(handoff).where(eq(handoff.id, id)));
  const { dueAt } = await readRow();
  await database
    .update(handoff)
    .set({ offsetMs: 60 * 86_400_000 })
    .where(eq(handoff.id, id));
  // The look fails however often it is repeated.
  await database.execute(sql`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'no overdue today'; end $$`);
  await database.execute(sql`create trigger refuse before update of overdue_at on handoff
    for each row when (new.overdue_at is not null) execute function refuse()`);
  const rest = await look();
  expect(rest).toEqual({ kind: 'resting', number: (await readRow()).rest });
  expect(await readRow()).toMatchObject({ lookAt: null, overdueAt: null, dueAt });
  expect(await look()).toEqual(rest);

  const input = listHandoffsInput.parse({ owner: rep.id });
  expect((await listHandoffs({ context: manager.context, input })).rows).toMatchObject([{ id, stuck: true }]);
  expect((await countHandoffs({ context: manager.context, input: { owner: rep.id } })).stuck).toBe(1);
  const brief = await readBrief({ context: manager.context, input: { handoff: id } });
  expect(brief.stuckWhy?.en).toContain('no overdue today');
  const retry = (person: typeof rep) => retryHandoff({ context: person.context, input: { handoff: id } });
  await expect(retry(rep)).rejects.toMatchObject({ kind: 'forbidden' });

  await database.execute(sql`drop trigger refuse on handoff`);
  await retry(manager);
  await look();
  expect((await readRow()).overdueAt).not.toBeNull();
  expect(await readRow()).toMatchObject({ stuckWhy: null, stuckAt: null });
  await expect(retry(manager)).rejects.toMatchObject({ kind: 'conflict' });
});

describe('what nobody answers in time', () => {
  async function comeTo(id: HandoffId) {
    const context = testEngine({ database: db.pool.database });
    await context.database
      .update(handoff)
      .set({ offsetMs: 60 * 86_400_000 })
      .where(eq(handoff.id, id));
    await carryOnHandoff({ context, handoff: id, known: 0 });
    const entries = await listEntries({ context, handoff: id });
    return entries.find(({ kind }) => kind === 'overdue')?.told.toSorted();
  }

  it('is told to the managers, to whom the node names while they are with us, and to admins where nobody else is', async () => {
    const { database } = db.pool;
    await database.update(user).set({ banned: true });
    const rep = await newPerson({ database, role: 'sales-rep', name: '中島' });
    const admin = await newPerson({ database, role: 'admin', name: '青木' });
    const lonely = await handOver({ database, to: rep });
    expect(await comeTo(lonely)).toEqual(['中島', '青木']);
    expect(await noticesOf({ id: lonely, of: rep })).toEqual(['handoff-assigned', 'handoff-overdue']);
    expect(await noticesOf({ id: lonely, of: admin })).toEqual(['handoff-escalated']);
    const [escalated] = (await listNotices({ context: admin.context, input: { limit: 1 } })).rows;
    expect(escalated).toMatchObject({ person: '中島', escalation: { kind: 'waits', owner: rep.id } });
    await acceptHandoff({ context: rep.context, input: { handoff: lonely } });
    expect((await listNotices({ context: admin.context, input: { limit: 1 } })).rows[0]?.escalation).toEqual({
      kind: 'answered',
    });

    await newPerson({ database, role: 'sales-manager', name: '三浦' });
    expect(await comeTo(await handOver({ database, to: rep }))).toEqual(['三浦', '中島']);

    const named = await newPerson({ database, role: 'viewer', name: '西村' });
    const other = await newPerson({ database, role: 'marketer', name: '夏目' });
    const give = async (...people: readonly Person[]) => {
      const id = await handOver({ database, to: rep });
      await database
        .update(handoff)
        .set({ escalateTo: people.map((one) => one.id) })
        .where(eq(handoff.id, id));
      return id;
    };
    expect(await comeTo(await give(named))).toEqual(['中島', '西村']);
    expect(await comeTo(await give(named, other, rep))).toEqual(['中島', '夏目', '西村']);
    await database.update(user).set({ banned: true }).where(eq(user.id, named.id));
    expect(await comeTo(await give(named, other))).toEqual(['中島', '夏目']);
    expect(await comeTo(await give(named))).toEqual(['三浦', '中島']);
  });
});
