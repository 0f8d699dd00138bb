import { effect, enrollment } from '@sodate/database/schema/enrollment';
import { bulkChange } from '@sodate/database/schema/operation';
import { audit } from '@sodate/database/schema/organisation';
import { type Role, user } from '@sodate/database/schema/user';
import { asId, type EnrollmentId, type UserId } from '@sodate/journey/id';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testUser } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import {
  enter,
  look,
  newLead,
  publishPlan,
  readPath,
  readRow,
  scriptedChannel,
  testEngine,
} from '../../../../test/hosts/test-engine.ts';
import type { EngineContext } from '../engine/engine-context.ts';
import { groupStuck } from '../enrollment/group-stuck.ts';
import { listStuck } from '../enrollment/list-stuck.ts';
import { askBulkChange } from './ask-bulk-change.ts';
import { cancelBulkChange } from './cancel-bulk-change.ts';
import { carryBulkChange } from './carry-bulk-change.ts';
import { listBulkChanges } from './list-bulk-changes.ts';

let db: TestDatabase;
let marketer: UserId;

beforeAll(async () => {
  db = await createTestDatabase();
  marketer = await newUser('marketer');
});

afterAll(() => db.drop());

async function newUser(role: Role): Promise<UserId> {
  const [row] = await db.pool.database
    .insert(user)
    .values({ name: role, email: `${role}-${Math.random()}@sodate.test`, role })
    .returning({ id: user.id });
  if (!row) throw new Error('no user was written');
  return row.id;
}

const external = { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 1 } as const;
const plan = planOf({
  ops: [
    { id: 'send', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'rest' } },
    {
      id: 'rest',
      kind: 'wait',
      spec: { duration: { amount: 3, unit: 'days' }, zone: 'journey' },
      next: { done: 'end' },
    },
    { id: 'end', kind: 'end' },
  ],
});

/** A journey whose first sends are refused for good: that many leads are stuck at it. */
async function strand(count: number, error = '550 no') {
  const channel = scriptedChannel();
  const context = testEngine({
    database: db.pool.database,
    channel,
    actor: testUser({ id: marketer, role: 'marketer' }),
  });
  const { journey, version } = await publishPlan({ context, plan });
  const ids: EnrollmentId[] = [];
  for (let index = 0; index < count; index++) {
    channel.script.push({ kind: 'surely-not', error, again: false });
    const row = await enter({ context, lead: await newLead({ database: context.database }), version, plan });
    await look({ context, enrollment: row.id });
    ids.push(row.id);
  }
  return { context, channel, journey, ids };
}

function statesOf({ context, journey }: { context: EngineContext; journey: typeof enrollment.$inferSelect.journeyId }) {
  return context.database
    .select({ state: enrollment.state, reason: enrollment.reason })
    .from(enrollment)
    .where(eq(enrollment.journeyId, journey));
}

async function finish(context: EngineContext): Promise<void> {
  while ((await carryBulkChange({ context })) > 0);
}

it('lists who is stuck by what went wrong, and page by page', async () => {
  const { context, journey } = await strand(3, 'box full');
  const { groups } = await groupStuck({ context });
  const group = groups.find((one) => one.journey.id === journey);
  expect(group).toMatchObject({ count: 3, why: { en: 'Could not be sent: box full' }, node: { id: 'send' } });
  expect(group?.since).not.toBeNull();
  const first = await listStuck({ context, input: { journey, error: group?.error, limit: 2 } });
  const second = await listStuck({
    context,
    input: { journey, limit: 2, after: asId<'enrollment'>(first.next ?? '') },
  });
  expect([...first.rows, ...second.rows]).toHaveLength(3);
  expect(second.next).toBeUndefined();
});

it('has all that match tried again, slice by slice, each with a line in the trail', async () => {
  const { context, channel, journey, ids } = await strand(30);
  const other = await strand(1);
  const { change } = await askBulkChange({
    context,
    input: { verb: { kind: 'retry' }, choice: { kind: 'matching', journey } },
  });
  const [begun] = await listBulkChanges({ context });
  expect(begun).toMatchObject({ id: change, state: 'running', total: 30, done: 25, refused: 0 });
  await finish(context);
  const [over] = await listBulkChanges({ context });
  expect(over).toMatchObject({ state: 'done', done: 30, refused: 0 });
  for (const id of ids) await look({ context, enrollment: id });
  expect(channel.sent).toHaveLength(30);
  const lines = await context.database
    .select()
    .from(audit)
    .where(and(eq(audit.action, 'enrollment-retried'), eq(audit.userId, marketer)));
  expect(new Set(lines.map(({ subjectId }) => subjectId))).toEqual(new Set<string>(ids));
  expect((await statesOf(other)).map(({ state }) => state)).toEqual(['stuck']);
});

it('moves stuck leads to another node, where they arrive anew', async () => {
  const { context, ids } = await strand(2);
  const verb = { kind: 'move', node: asId<'node'>('rest') } as const;
  await askBulkChange({ context, input: { verb, choice: { kind: 'picked', ids } } });
  for (const id of ids) {
    const at = { database: context.database, enrollment: id };
    expect(await readRow(at)).toMatchObject({ state: 'resting', node: 'rest', stuckWhy: null });
    expect(await readPath(at)).toContain('moved→rest');
  }
});

it('says why where one could not be changed, and changes the others', async () => {
  const { context, journey, ids } = await strand(2);
  const moved = { kind: 'move', node: asId<'node'>('nowhere') } as const;
  await askBulkChange({ context, input: { verb: moved, choice: { kind: 'picked', ids } } });
  const [change] = await listBulkChanges({ context });
  expect(change).toMatchObject({ state: 'done', done: 0, refused: 2 });
  expect(change?.refusedWhy?.en).toContain('no such node');
  const gone = '01900000-0000-7000-8000-000000000000';
  await askBulkChange({
    context,
    input: { verb: { kind: 'remove' }, choice: { kind: 'picked', ids: [...ids, gone] } },
  });
  expect((await listBulkChanges({ context }))[0]).toMatchObject({ done: 2, refused: 1 });
  expect((await statesOf({ context, journey })).map(({ reason }) => reason)).toEqual(['removed', 'removed']);
});

it('leaves alone who is stuck no more, or became stuck after it was asked', async () => {
  const { context, journey, ids } = await strand(27);
  await askBulkChange({ context, input: { verb: { kind: 'remove' }, choice: { kind: 'matching', journey } } });
  const last = ids.toSorted().at(-1) as EnrollmentId;
  await context.database.update(enrollment).set({ state: 'resting' }).where(eq(enrollment.id, last));
  await finish(context);
  expect((await statesOf({ context, journey })).filter(({ state }) => state === 'resting')).toHaveLength(1);
});

it('stops where a person cancels it', async () => {
  const { context, journey } = await strand(27);
  const input = { verb: { kind: 'skip' }, choice: { kind: 'matching', journey } } as const;
  const { change } = await askBulkChange({ context, input });
  await cancelBulkChange({ context, input: { change: asId<'bulk-change'>(change) } });
  await finish(context);
  expect((await statesOf({ context, journey })).filter(({ state }) => state === 'stuck')).toHaveLength(2);
  await expect(cancelBulkChange({ context, input: { change: asId<'bulk-change'>(change) } })).rejects.toMatchObject({
    kind: 'conflict',
  });
});

it('lets a sales manager take leads out, and no more', async () => {
  const { context, ids } = await strand(1);
  const manager = { ...context, actor: testUser({ id: await newUser('sales-manager'), role: 'sales-manager' }) };
  const choice = { kind: 'picked', ids } as const;
  await expect(askBulkChange({ context: manager, input: { verb: { kind: 'retry' }, choice } })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await askBulkChange({ context: manager, input: { verb: { kind: 'remove' }, choice } });
  expect((await readRow({ database: context.database, enrollment: ids[0] as EnrollmentId })).state).toBe('ended');
});

it('changes nothing more for a person who was banned meanwhile', async () => {
  const { context, journey } = await strand(26);
  const asker = await newUser('marketer');
  const input = { verb: { kind: 'remove' }, choice: { kind: 'matching', journey } } as const;
  await askBulkChange({ context: { ...context, actor: testUser({ id: asker, role: 'marketer' }) }, input });
  await context.database.update(user).set({ banned: true }).where(eq(user.id, asker));
  await finish(context);
  const [change] = await context.database.select().from(bulkChange).where(eq(bulkChange.askedBy, asker));
  expect(change).toMatchObject({ done: 25, refused: 1, state: 'done' });
});

it('settles sends to check, all at once', async () => {
  const { context } = await strand(0);
  const usual = { channel: 'mail', kind: 'send-mail', config: {}, state: 'ambiguous' } as const;
  await context.database.insert(effect).values([
    { ...usual, key: 'enrollment/a/m/1' },
    { ...usual, key: 'enrollment/b/m/1' },
    { ...usual, key: 'enrollment/c/m/1', state: 'sent', doubled: true },
  ]);
  await askBulkChange({
    context,
    input: { verb: { kind: 'settle', as: 'arrived' }, choice: { kind: 'matching' } },
  });
  const rows = await context.database
    .select({ state: effect.state, doubled: effect.doubled })
    .from(effect)
    .where(eq(effect.channel, 'mail'));
  expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  expect(rows.filter(({ doubled }) => doubled)).toHaveLength(1);
});
