import { effect, enrollment } from '@sodate/database/schema/enrollment';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, look, newLead, publishPlan, scriptedChannel, testEngine } from '../../../../test/hosts/test-engine.ts';
import { watch } from './watch.ts';
import { MissingNodeType } from './write-hop.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

interface Line {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
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

async function start() {
  const lines: Line[] = [];
  const say = (fields: object, message: string) => lines.push({ fields: { ...fields }, message });
  const channel = scriptedChannel();
  const context = testEngine({ database: db.pool.database, channel, logger: { info: say, warn: say, error: say } });
  const { journey, version } = await publishPlan({ context, plan });
  const row = await enter({ context, lead: await newLead({ database: context.database }), version, plan });
  return { context, channel, lines, journey, row };
}

it('says which lead is stuck, where, and by what kind of fault', async () => {
  const { context, channel, lines, journey, row } = await start();
  channel.script.push({ kind: 'surely-not', error: '550 <mari@sodate.test>', again: false });
  await look({ context, enrollment: row.id });
  expect(lines).toContainEqual({
    fields: { enrollment: row.id, journey, node: 'send', why: 'failed' },
    message: 'a lead is stuck until a person decides',
  });
  expect(JSON.stringify(lines)).not.toMatch(/mari@|坂井/);
});

it('says without a stack, and as no error, that a lead waits for a node type that is not loaded', async () => {
  const { context, channel, lines, row } = await start();
  channel.prepared = () => {
    throw new MissingNodeType('gone');
  };
  await look({ context, enrollment: row.id });
  const message = 'a lead waits for a node type that is not loaded';
  expect(lines).toContainEqual({ fields: { enrollment: row.id, type: 'gone' }, message });
  expect(lines.map((line) => line.message)).not.toContain('a passage could not go on');
});

it('says whose claim has lapsed', async () => {
  const { context, lines, journey, row } = await start();
  const past = sql`clock_timestamp() - interval '1 second'`;
  const claimed = { state: 'claimed', attempt: 1, leaseUntil: past } as const;
  await context.database.update(effect).set(claimed).where(eq(effect.enrollmentId, row.id));
  await look({ context, enrollment: row.id });
  expect(lines).toContainEqual({
    fields: { effect: `enrollment/${row.id}/send/1`, enrollment: row.id, journey, attempt: 1, state: 'ambiguous' },
    message: 'a claim ran out without a report',
  });
});

it('says whom the watch has nudged, and how late it was', async () => {
  const { context, lines, journey, row } = await start();
  await look({ context, enrollment: row.id });
  await context.database
    .update(enrollment)
    .set({ lookAt: sql`clock_timestamp() - interval '5 minutes'` })
    .where(eq(enrollment.id, row.id));
  await watch({ context });
  const said = lines.find(({ message }) => message === 'nobody had looked in time: nudged');
  expect(said?.fields).toMatchObject({ enrollment: row.id, journey });
  expect(said?.fields.lateMs).toBeGreaterThanOrEqual(299_000);
});
