import { effect, enrollment, outbox } from '@sodate/database/schema/enrollment';
import { loopRun } from '@sodate/database/schema/operation';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, look, newLead, publishPlan, testEngine } from '../../../../test/hosts/test-engine.ts';
import { barClaims } from '../engine/bar-claims.ts';
import { areClaimsBarred } from '../engine/claim-effect.ts';
import type { EngineContext } from '../engine/engine-context.ts';
import { holdSends } from './hold-sends.ts';
import { readLateness } from './read-lateness.ts';
import { readOperations } from './read-operations.ts';
import { releaseSends } from './release-sends.ts';
import { reportLoop } from './report-loop.ts';

let db: TestDatabase;
let context: EngineContext;

beforeAll(async () => {
  db = await createTestDatabase();
  context = testEngine({ database: db.pool.database });
});

afterAll(() => db.drop());

const read = () => readOperations({ context, temporalAddress: '127.0.0.1:9' });
const loop = async (name: string) => (await read()).loops.find((one) => one.name === name);

it('tells of each loop whether it goes well, fails, is late, or never ran', async () => {
  expect(await loop('watch')).toMatchObject({ state: 'never', total: 0 });
  const report = (one: Parameters<typeof reportLoop>[0]['report']) =>
    reportLoop({ context, name: 'watch', worker: 'w', report: one });
  await report({ kind: 'well', tookMs: 12.4, did: 3 });
  await report({ kind: 'well', tookMs: 8, did: 0 });
  expect(await loop('watch')).toMatchObject({ state: 'well', did: 3, total: 3, tookMs: 8 });
  await report({ kind: 'failed', failure: 'connection refused' });
  const first = await loop('watch');
  await report({ kind: 'failed', failure: 'still refused' });
  expect(await loop('watch')).toMatchObject({
    state: 'failing',
    failure: 'still refused',
    failingSince: first?.failingSince,
    total: 3,
  });
  await report({ kind: 'well', tookMs: 1, did: 2 });
  expect(await loop('watch')).toMatchObject({ state: 'well', total: 5, failure: null });
  await context.database.update(loopRun).set({ wellAt: sql`clock_timestamp() - interval '10 minutes'` });
  expect(await loop('watch')).toMatchObject({ state: 'late' });
});

it('counts what waits: the outbox, and each channel', async () => {
  const body = { kind: 'close', enrollment: 'x' } as const;
  await context.database.insert(outbox).values([
    { priority: 5, body, at: sql`clock_timestamp() - interval '1 minute'` },
    { priority: 5, body, failures: 2 },
  ]);
  const usual = { channel: 'mail', kind: 'send-mail', config: {} };
  await context.database.insert(effect).values([
    { ...usual, key: 'a', state: 'waiting' },
    { ...usual, key: 'b', state: 'waiting', nextTryAt: sql`clock_timestamp() + interval '1 hour'` },
    { ...usual, key: 'c', state: 'waiting', attempt: 1 },
    { ...usual, key: 'd', state: 'claimed' },
    { ...usual, key: 'e', state: 'sent' },
  ]);
  const { queues, ...rest } = await read();
  expect(rest.outbox).toMatchObject({ waiting: 2, failing: 1 });
  expect(rest.outbox.oldestMs).toBeGreaterThan(59_000);
  expect(queues).toMatchObject([{ channel: 'mail', due: 1, later: 1, retrying: 1, claimed: 1 }]);
});

it('says which part cannot be reached', async () => {
  const { health, monthsAhead } = await read();
  expect(health.parts).toMatchObject({ database: { ok: true }, temporal: { ok: false } });
  expect(monthsAhead).toBe(3);
});

it('measures how late leads are carried', async () => {
  const plan = planOf({
    ops: [
      {
        id: 'rest',
        kind: 'wait',
        spec: { duration: { amount: 3, unit: 'days' }, zone: 'journey' },
        next: { done: 'end' },
      },
      { id: 'end', kind: 'end' },
    ],
  });
  const { version } = await publishPlan({ context, plan });
  const lead = () => newLead({ database: context.database });
  const late = await enter({ context, lead: await lead(), version, plan });
  const due = await enter({ context, lead: await lead(), version, plan });
  const past = sql`clock_timestamp() - interval '40 seconds'`;
  await context.database.update(enrollment).set({ until: past, lookAt: past });
  await look({ context, enrollment: late.id });
  const lateness = await readLateness({ context });
  expect(lateness).toMatchObject({ hops: 1, due: 1 });
  expect(lateness.worstMs).toBeGreaterThanOrEqual(40_000);
  expect(lateness.medianMs).toBe(lateness.worstMs);
  expect(lateness.dueSinceMs).toBeGreaterThanOrEqual(40_000);
  await context.database.update(enrollment).set({ lookAt: null }).where(eq(enrollment.id, due.id));
  expect(await readLateness({ context })).toMatchObject({ due: 0, dueSinceMs: null });
});

it('holds sends by hand, once, says so, and lets them go on', async () => {
  expect(await holdSends({ context })).toBe(true);
  expect((await read()).mark).toMatchObject({ barredWhy: 'by-hand', barredAt: expect.any(Number) });
  expect(await areClaimsBarred({ context })).toBe(true);
  expect(await holdSends({ context })).toBe(false);
  await releaseSends({ context });
  expect((await read()).mark).toMatchObject({ barredWhy: null, barredAt: null });
});

it('releases sends that were held since a store was restored, once', async () => {
  await barClaims({ context });
  expect((await read()).mark).toMatchObject({ barredWhy: 'database-restored' });
  await releaseSends({ context });
  expect((await read()).mark.barredAt).toBeNull();
  await expect(releaseSends({ context })).rejects.toMatchObject({ kind: 'conflict' });
});
