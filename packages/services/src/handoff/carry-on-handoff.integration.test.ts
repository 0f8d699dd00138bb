import { effect } from '@sodate/database/schema/enrollment';
import { plus } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { testEngine } from '../../../../test/hosts/test-engine.ts';
import { handOver, newPerson } from '../../../../test/hosts/test-handoffs.ts';
import { barClaims } from '../engine/bar-claims.ts';
import { readClock } from '../engine/clock.ts';
import { carryOnHandoff } from './carry-on-handoff.ts';

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
