import { enrollment, mark, outbox } from '@sodate/database/schema/enrollment';
import { parseInstant } from '@sodate/journey/time/instant';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import {
  enter,
  look,
  newLead,
  publishPlan,
  readRow,
  scriptedChannel,
  testEngine,
} from '../../../../test/hosts/test-engine.ts';
import { advanceMark, checkMark, type MarkMemory, releaseClaims } from './keep-mark.ts';
import { anyRest, type WorkflowPort } from './workflow-port.ts';

let db: TestDatabase;

beforeEach(async () => {
  await db?.drop();
  db = await createTestDatabase();
});

afterAll(() => db.drop());

/** Temporal as far as marks go: which of them are open. */
function marksOnly(open: Set<number>): WorkflowPort {
  const unused = () => Promise.reject(new Error('not a call of the mark'));
  return {
    start: unused,
    nudge: unused,
    close: unused,
    startHandoff: unused,
    nudgeHandoff: unused,
    startMark: async ({ number }) => {
      open.add(number);
    },
    closeMark: async ({ number }) => {
      open.delete(number);
    },
    isMarkOpen: async ({ number }) => open.has(number),
    findMarkAbove: async ({ number }) => [...open].toSorted((a, b) => a - b).findLast((one) => one > number),
  };
}

/** A worker that has just begun. */
function fresh(): MarkMemory {
  return { seen: 0 };
}

const mailing = planOf({
  ops: [
    {
      id: 'mail',
      kind: 'act',
      effect: 'send-mail',
      config: {},
      external: { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 },
      next: { done: 'end' },
    },
    { id: 'end', kind: 'end' },
  ],
});

async function start() {
  const channel = scriptedChannel();
  const context = testEngine({ database: db.pool.database, channel });
  const { version } = await publishPlan({ context, plan: mailing });
  const row = await enter({ context, lead: await newLead({ database: context.database }), version, plan: mailing });
  await context.database.delete(outbox);
  return { channel, context, row, at: { database: context.database, enrollment: row.id } };
}

it('is well while both stores hold the same mark', async () => {
  const { context } = await start();
  const workflows = marksOnly(new Set());
  expect(await checkMark({ context, workflows, memory: fresh() })).toBe('well');
  await advanceMark({ context, workflows });
  expect(await checkMark({ context, workflows, memory: fresh() })).toBe('well');
});

it('sends nothing after the database was restored from an older copy, until a person releases it', async () => {
  const { channel, context, row, at } = await start();
  const workflows = marksOnly(new Set());
  for (let made = 0; made < 3; made++) await advanceMark({ context, workflows });
  await context.database.update(mark).set({ number: 1 });
  expect(await checkMark({ context, workflows, memory: fresh() })).toBe('database-restored');
  await look({ context, enrollment: row.id });
  expect(channel.sent).toEqual([]);
  expect(await releaseClaims({ context })).toBe(true);
  expect((await context.database.select().from(outbox)).map(({ body }) => body)).toContainEqual(
    expect.objectContaining({ kind: 'nudge', enrollment: row.id }),
  );
  await look({ context, enrollment: row.id });
  expect(channel.sent).toHaveLength(1);
  expect((await readRow(at)).state).toBe('ended');
  expect(await releaseClaims({ context })).toBe(false);
});

it('knows a copy of the database however old it is', async () => {
  const { context } = await start();
  await context.database.update(mark).set({ number: 1 });
  const yearLater = 52_560;
  expect(await checkMark({ context, workflows: marksOnly(new Set([yearLater])), memory: fresh() })).toBe(
    'database-restored',
  );
  expect(await context.database.select().from(mark)).toMatchObject([
    { number: yearLater, barredWhy: 'database-restored' },
  ]);
});

it('has every passage of an older database looked at, though its workflow may know later rests', async () => {
  const { context, row } = await start();
  await context.database.update(mark).set({ number: 1 });
  await checkMark({ context, workflows: marksOnly(new Set([2])), memory: fresh() });
  expect((await context.database.select().from(outbox)).map(({ body }) => body)).toEqual([
    { kind: 'nudge', enrollment: row.id, journey: row.journeyId, rest: anyRest },
  ]);
});

it('starts every open passage again where Temporal lost its past', async () => {
  const { context, row } = await start();
  const open = new Set<number>();
  const workflows = marksOnly(open);
  await advanceMark({ context, workflows });
  open.clear();
  expect(await checkMark({ context, workflows, memory: fresh() })).toBe('temporal-restored');
  expect((await context.database.select().from(outbox)).map(({ body }) => body)).toContainEqual(
    expect.objectContaining({ kind: 'start', enrollment: row.id }),
  );
  expect(await checkMark({ context, workflows, memory: fresh() })).toBe('well');
});

describe('where Temporal lost its past', () => {
  const hour = "now() - interval '1 hour'";

  /** The mark was made so long ago; the worker remembers of it what it remembers. */
  async function barsClaims({ madeAt, memory }: { madeAt: string; memory: MarkMemory }): Promise<boolean> {
    const { context } = await start();
    const open = new Set<number>();
    const workflows = marksOnly(open);
    await advanceMark({ context, workflows });
    await context.database.update(mark).set({ checkedAt: sql.raw(madeAt) });
    open.clear();
    expect(await checkMark({ context, workflows, memory })).toBe('temporal-restored');
    return (await context.database.select().from(mark))[0]?.claimsBarredAt !== null;
  }

  it('sends nothing where nobody can tell that the database is not an older copy too', async () => {
    expect(await barsClaims({ madeAt: hour, memory: fresh() })).toBe(true);
    expect(await barsClaims({ madeAt: 'now()', memory: { seen: 2 } })).toBe(true);
  });

  it('sends on where a worker has lived through it, or all happened a moment ago', async () => {
    expect(await barsClaims({ madeAt: hour, memory: { seen: 1 } })).toBe(false);
    expect(await barsClaims({ madeAt: 'now()', memory: fresh() })).toBe(false);
  });
});

it('starts those first who are due soonest where Temporal lost its past, and those who wait for a nudge alone last', async () => {
  const { context, row } = await start();
  const rows = [row];
  for (let more = 0; more < 2; more++) rows.push((await start()).row);
  const [idle, later, sooner] = rows.map(({ id }) => id);
  if (!idle || !later || !sooner) throw new Error('no passages');
  const put = (id: typeof idle, lookAt: string | null) =>
    context.database
      .update(enrollment)
      .set({ state: 'resting', lookAt: lookAt === null ? null : parseInstant(lookAt) })
      .where(eq(enrollment.id, id));
  await put(idle, null);
  await put(later, '2031-05-02T00:00:00.000Z');
  await put(sooner, '2031-05-01T00:00:00.000Z');
  await context.database.delete(outbox);
  const open = new Set<number>();
  const workflows = marksOnly(open);
  await advanceMark({ context, workflows });
  open.clear();
  await checkMark({ context, workflows, memory: fresh() });
  const bodies = (await context.database.select().from(outbox).orderBy(outbox.id)).map(({ body }) => body);
  const started = bodies.flatMap((body) => (body.kind === 'start' ? [body.enrollment] : []));
  expect(started.filter((id) => rows.some((one) => one.id === id))).toEqual([sooner, later, idle]);
});

it('hides no restore behind a new mark', async () => {
  const { context } = await start();
  const open = new Set<number>();
  const workflows = marksOnly(open);
  await advanceMark({ context, workflows });
  open.clear();
  await advanceMark({ context, workflows });
  expect(await checkMark({ context, workflows, memory: fresh() })).toBe('temporal-restored');
});

it('bars claims where a workflow knows a later rest than the row', async () => {
  const { channel, context, row } = await start();
  await look({ context, enrollment: row.id, known: row.rest + 5 });
  expect(channel.sent).toEqual([]);
  expect((await context.database.select().from(mark))[0]?.claimsBarredAt).not.toBeNull();
  expect((await context.database.select().from(enrollment)).map(({ state }) => state)).toEqual(['acting']);
});
