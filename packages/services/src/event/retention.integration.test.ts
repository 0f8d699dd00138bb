import { messageId } from '@sodate/database/schema/event';
import { parseInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { ensurePartitions } from './ensure-partitions.ts';
import { forgetMessageIds } from './forget-message-ids.ts';

let test: TestDatabase;
let context: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  context = testContext({ database: test.pool.database });
});
afterAll(() => test.drop());

it('forgets message ids after 35 days, not before', async () => {
  const daysAgo = (days: number) => sql`clock_timestamp() - make_interval(days => ${days})`;
  await context.database.insert(messageId).values([
    { id: 'ancient', at: parseInstant('2020-01-01T00:00:00Z') },
    { id: 'old', at: daysAgo(36) },
    { id: 'young', at: daysAgo(34) },
  ]);
  expect(await forgetMessageIds({ context })).toBe(2);
  expect(await context.database.select({ id: messageId.id }).from(messageId)).toEqual([{ id: 'young' }]);
});

it('keeps partitions three months ahead, however often it is asked', async () => {
  await ensurePartitions({ context });
  await ensurePartitions({ context });
  const rows = await context.database.execute<{ name: string }>(
    sql`select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'event'::regclass order by 1`,
  );
  const months = await context.database.execute<{ name: string }>(
    sql`select 'event_' || to_char(date_trunc('month', clock_timestamp() at time zone 'UTC') + make_interval(months => n), 'YYYY_MM') as name from generate_series(0, 3) n`,
  );
  expect(rows.map(({ name }) => name)).toEqual(months.map(({ name }) => name));
});
