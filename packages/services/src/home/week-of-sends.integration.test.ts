import { enrollment } from '@sodate/database/schema/enrollment';
import { journey, version } from '@sodate/database/schema/journey';
import type { Plan } from '@sodate/journey/compile/plan';
import { emptyGraph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { formatInstant, parseInstant } from '@sodate/journey/time/instant';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { type DrawnOp, planOf } from '../../../../test/hosts/plan-of.ts';
import { only } from '../../../../test/hosts/store-lead.ts';
import type { Context } from '../context.ts';
import { createMail } from '../mail/create-mail.ts';
import { makeLead, makeOrganisation, writtenBody } from '../mail/mail-world.ts';
import { pinMails } from '../mail/pin-mails.ts';
import { countJourneys } from './count-journeys.ts';
import { readGoingOn } from './read-going-on.ts';
import { readWeekOfSends } from './read-week-of-sends.ts';

// Friday 27 November 2026, 18:00 in Tokyo.
const now = parseInstant('2026-11-27T09:00:00Z');
const hot = asId<'condition'>('hot');
const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;
const days = (amount: number) => ({ duration: { amount, unit: 'days' }, zone: 'journey' }) as const;

let database: TestDatabase;
let context: Context;
let mail: Awaited<ReturnType<typeof createMail>>['id'];

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database, clock: { now: () => now } });
  await makeOrganisation({ context, quietHours: { from: '21:00', to: '08:00' } });
  const input = { name: '事例', kind: 'marketing', subject: '事例', body: writtenBody } as const;
  ({ id: mail } = await createMail({ context, input }));
});
afterEach(() => context.database.execute(sql`truncate enrollment cascade`));
afterAll(() => database.drop());

const sends = (id: string, next?: string): DrawnOp => ({
  id,
  kind: 'act',
  effect: 'send-mail',
  config: { mail },
  external,
  next: next === undefined ? {} : { done: next },
});

/** A lead waits until `lookAt`; those with a score of 60 are handed over, the others get a mail, and another in three days. */
const judged: readonly DrawnOp[] = [
  { id: 'wait', kind: 'wait', spec: days(3), next: { done: 'judge' } },
  {
    id: 'judge',
    kind: 'branch',
    arms: [{ outcome: 'hot', key: hot }],
    otherwise: 'else',
    next: { hot: 'end', else: 'second' },
  },
  sends('second', 'later'),
  { id: 'later', kind: 'wait', spec: days(3), next: { done: 'third' } },
  sends('third', 'much-later'),
  { id: 'much-later', kind: 'wait', spec: days(30), next: { done: 'second' } },
  { id: 'end', kind: 'end' },
];

async function publish({ ops, ...rest }: { ops: readonly DrawnOp[] } & Partial<Pick<Plan, 'goals'>>) {
  const plan = planOf({ ops, conditions: { [hot]: { kind: 'score', atLeast: 60 } }, ...rest });
  const values = { name: '資料請求', draft: emptyGraph, state: 'live' } as const;
  const made = only(await context.database.insert(journey).values(values).returning());
  const nodes = [asId<'node'>('second'), asId<'node'>('third')].map((id) => ({
    id,
    type: 'send-mail',
    revision: 1,
    position: { x: 0, y: 0 },
    config: { mail },
  }));
  const graph = { ...emptyGraph, nodes: Object.fromEntries(nodes.map((node) => [node.id, node])) };
  const mails = await pinMails({ context, graph });
  const row = only(
    await context.database
      .insert(version)
      .values({ journeyId: made.id, number: 1, graph: emptyGraph, plan, mails, hash: 'x' })
      .returning(),
  );
  return { journey: made.id, version: row.id };
}

async function storeResting({
  at,
  lookAt,
  score = 20,
  consented = true,
  op = 'wait',
  state = 'resting',
}: {
  at: Awaited<ReturnType<typeof publish>>;
  lookAt: string;
  score?: number;
  consented?: boolean;
  op?: string;
  state?: 'resting' | 'acting';
}) {
  const lead = await makeLead({ context, consented, email: `${crypto.randomUUID()}@a.test` });
  await context.database.execute(sql`
    with seen as (insert into visitor (lead_id) values (${lead}) returning id)
    insert into event (id, visitor_id, name, points, occurred_at, stored_at)
    select (random() * 1e15)::bigint, id, 'points-given', ${score}, ${formatInstant(now)}::timestamptz, ${formatInstant(now)}::timestamptz from seen`);
  await context.database.insert(enrollment).values({
    journeyId: at.journey,
    versionId: at.version,
    leadId: lead,
    op: asId(op),
    node: asId(op),
    triggerNode: asId('start'),
    visit: 1,
    arrivedAt: now,
    arrivedEvent: 0,
    enteredAt: now,
    until: state === 'resting' ? parseInstant(lookAt) : null,
    lookAt: parseInstant(lookAt),
    state,
    hop: 0,
    rest: 1,
  });
}

const read = async () => {
  const { days: week, ...others } = await readWeekOfSends({ context });
  return { ...others, mails: week.map(({ mails }) => mails) };
};

describe('the mails of the week ahead', () => {
  it('are foreseen beyond a branch as its leads stand now, and beyond the waits that end within the week', async () => {
    const at = await publish({ ops: judged });
    await storeResting({ at, lookAt: '2026-12-01T00:00:00Z' });
    await storeResting({ at, lookAt: '2026-12-01T00:00:00Z', score: 80 });
    const first = parseInstant('2026-12-01T00:00:00Z');
    expect(await read()).toEqual({
      mails: [0, 0, 0, 0, 1, 0, 0],
      sampled: false,
      next: { [at.journey]: { at: first, mails: 1 } },
    });
    await storeResting({ at, lookAt: '2026-11-28T00:00:00Z' });
    expect((await read()).mails).toEqual([0, 1, 0, 0, 2, 0, 0]);
  });

  it('are none to those who may not get them, or whom a goal that is reached takes out', async () => {
    const at = await publish({ ops: judged });
    await storeResting({ at, lookAt: '2026-12-01T00:00:00Z', consented: false });
    const goal = await publish({ ops: judged, goals: [{ node: asId('goal'), key: hot }] });
    await storeResting({ at: goal, lookAt: '2026-12-01T00:00:00Z', score: 90, op: 'later' });
    expect((await read()).mails).toEqual([0, 0, 0, 0, 0, 0, 0]);
    await storeResting({ at: goal, lookAt: '2026-12-01T00:00:00Z', op: 'later' });
    expect((await read()).mails).toEqual([0, 0, 0, 0, 1, 0, 0]);
  });

  it('keep quiet hours, and are foreseen where they wait for the end of these already, or go out any moment', async () => {
    const at = await publish({ ops: judged });
    await storeResting({ at, lookAt: '2026-11-28T13:00:00Z' });
    await storeResting({ at, lookAt: '2026-11-27T23:00:00Z', op: 'third', state: 'acting' });
    await storeResting({ at, lookAt: '2026-11-27T08:59:00Z', op: 'later' });
    const { mails, next } = await read();
    expect(mails).toEqual([1, 1, 1, 0, 0, 1, 0]);
    expect(next[at.journey]).toEqual({ at: now, mails: 1 });
  });

  it('are not foreseen where no time leads to them', async () => {
    const at = await publish({
      ops: [
        {
          id: 'wait',
          kind: 'listen',
          events: [{ outcome: 'seen', pattern: { kind: 'page' } }],
          conditions: [],
          timeout: { outcome: 'late', spec: days(3) },
          next: { seen: 'second' },
        },
        sends('second'),
      ],
    });
    await storeResting({ at, lookAt: '2026-12-01T00:00:00Z' });
    expect((await read()).mails).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('are reckoned from a sample of very many leads of one version', async () => {
    const at = await publish({ ops: judged });
    for (let number = 0; number < 30; number++) await storeResting({ at, lookAt: '2026-12-01T00:00:00Z' });
    const sample = await readGoingOn({ context, to: parseInstant('2026-12-04T00:00:00Z'), most: 10 });
    expect(sample.length).toBeGreaterThan(0);
    expect(sample.length).toBeLessThan(30);
    expect(new Set(sample.map(({ count }) => count))).toEqual(new Set([3]));
  });

  it('counts who is in live journeys apart from who waits in paused ones', async () => {
    const [live, paused] = [await publish({ ops: judged }), await publish({ ops: judged })];
    for (const at of [live, live, paused]) await storeResting({ at, lookAt: '2026-11-29T00:00:00Z' });
    expect(await countJourneys({ context })).toMatchObject({ inFlight: 3, held: 0 });
    await context.database.update(journey).set({ state: 'paused' }).where(eq(journey.id, paused.journey));
    expect(await countJourneys({ context })).toMatchObject({ inFlight: 2, held: 1 });
  });
});
