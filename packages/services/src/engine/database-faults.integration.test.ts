import { effect } from '@sodate/database/schema/enrollment';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import {
  enter,
  look,
  newLead,
  publishPlan,
  readRow,
  scriptedChannel,
  skip,
  testEngine,
} from '../../../../test/hosts/test-engine.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

const external = { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;

const plan = planOf({
  ops: [
    {
      id: 'wait',
      kind: 'wait',
      spec: { duration: { amount: 1, unit: 'days' }, zone: 'journey' },
      next: { done: 'mail' },
    },
    { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'end' } },
    { id: 'end', kind: 'end' },
  ],
});

async function start() {
  const channel = scriptedChannel();
  const context = testEngine({ database: db.pool.database, channel });
  const { version } = await publishPlan({ context, plan });
  const row = await enter({ context, lead: await newLead({ database: context.database }), version, plan });
  const at = { database: context.database, enrollment: row.id };
  await skip({ ...at, byMs: 86_400_000 });
  return { context, channel, row, at };
}

/** From now on PostgreSQL refuses every new row of the table with that code, as it does where the disk is full. */
async function refuse({ table, code }: { table: 'step' | 'effect_attempt'; code: string }): Promise<void> {
  const body = `begin raise exception 'could not extend file' using errcode = '${code}'; end`;
  await db.pool.database.execute(sql.raw(`create function refuse() returns trigger language plpgsql as $$ ${body} $$`));
  await db.pool.database.execute(
    sql.raw(`create trigger refuse before insert or update on ${table} for each row execute function refuse()`),
  );
}

async function mend(): Promise<void> {
  await db.pool.database.execute(sql`drop function refuse() cascade`);
}

it.each([
  ['the disk is full', '53100'],
  ['memory is short', '53200'],
  ['a statement took too long', '57014'],
  ['the server is shutting down', '57P01'],
  ['the file system fails', '58030'],
])('leaves a lead as it was while %s, and goes on afterwards', async (_what, code) => {
  const { context, channel, row, at } = await start();
  const before = await readRow(at);
  await refuse({ table: 'step', code });
  await expect(look({ context, enrollment: row.id })).rejects.toThrow();
  expect(await readRow(at)).toEqual(before);
  await mend();
  expect(await look({ context, enrollment: row.id })).toMatchObject({ kind: 'end' });
  expect(channel.sent).toHaveLength(1);
});

it('sends nothing that it could not write down before', async () => {
  const { context, channel, row, at } = await start();
  await refuse({ table: 'effect_attempt', code: '53100' });
  await expect(look({ context, enrollment: row.id })).rejects.toThrow();
  expect(channel.sent).toEqual([]);
  expect((await readRow(at)).state).toBe('resting');
  await mend();
  await look({ context, enrollment: row.id });
  expect(channel.sent).toHaveLength(1);
});

it('lists a mail whose sending could not be recorded, and does not send it again', async () => {
  const { context, channel, row, at } = await start();
  channel.during = async () => {
    channel.during = undefined;
    await refuse({ table: 'effect_attempt', code: '53100' });
  };
  await expect(look({ context, enrollment: row.id })).rejects.toThrow();
  await mend();
  const [sent] = await context.database
    .update(effect)
    .set({ leaseUntil: sql`clock_timestamp() - interval '1 second'` })
    .where(eq(effect.enrollmentId, row.id))
    .returning();
  expect(sent?.state).toBe('claimed');
  await look({ context, enrollment: row.id });
  expect(channel.sent).toHaveLength(1);
  expect(await context.database.select().from(effect).where(eq(effect.enrollmentId, row.id))).toMatchObject([
    { state: 'ambiguous' },
  ]);
  expect((await readRow(at)).state).toBe('ended');
});
