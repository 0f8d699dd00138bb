import { effect } from '@sodate/database/schema/enrollment';
import { asId } from '@sodate/journey/id';
import { messageIdOf } from '@sodate/mail/transport/message-id';
import { loadNodeTypesWithEffects } from '@sodate/nodes/kit/load-node-types-with-effects';
import type { EngineContext } from '@sodate/services/engine/engine-context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { planOf } from '../hosts/plan-of.ts';
import { enter, look, newLead, publishPlan, testEngine } from '../hosts/test-engine.ts';
import { checkLedger } from './check-ledger.ts';
import { checkSends } from './check-sends.ts';
import { checkTemporal, type TemporalRun } from './check-temporal.ts';
import { type Ledger, readLedger } from './read-ledger.ts';

const external = { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;
const price = { kind: 'page', url: { match: 'exact', value: '/price' } } as const;

/** A mail, points, an attribute, and a rest of a year for whoever is not large. */
const plan = planOf({
  ops: [
    { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'points' } },
    { id: 'points', kind: 'act', effect: 'add-score', config: { points: 5, note: '' }, next: { done: 'score' } },
    {
      id: 'score',
      kind: 'branch',
      arms: [{ outcome: 'large', key: asId('large') }],
      otherwise: 'small',
      next: { large: 'attribute', small: 'listen' },
    },
    {
      id: 'attribute',
      kind: 'act',
      effect: 'set-attribute',
      config: { of: 'lead', attribute: 'title', value: 'seen' },
      next: { done: 'end' },
    },
    { id: 'listen', kind: 'listen', events: [{ outcome: 'seen', pattern: price }], conditions: [], next: {} },
    { id: 'end', kind: 'end' },
  ],
  conditions: {
    [asId<'condition'>('large')]: {
      kind: 'attribute',
      of: 'lead',
      attribute: 'title',
      compare: { is: 'equal', value: 'large' },
    },
  },
});

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  const context = testEngine({ database: db.pool.database, nodeTypes: await loadNodeTypesWithEffects() });
  const { version } = await publishPlan({ context, plan });
  await letIn({ context, version, titles: ['large', 'small', 'small'] });
});

afterAll(() => db.drop());

async function letIn(given: {
  context: EngineContext;
  version: Parameters<typeof enter>[0]['version'];
  titles: readonly string[];
}): Promise<void> {
  const { context, version, titles } = given;
  for (const title of titles) {
    const lead = await newLead({ database: context.database, title });
    const row = await enter({ context, lead, version, plan });
    await look({ context, enrollment: row.id });
  }
}

const stop = new Error('rolled back');

/** The ledger after the statement, which is undone. */
async function ledgerAfter(statement: string): Promise<Ledger> {
  let ledger: Ledger | undefined;
  const broken = db.pool.database.transaction(async (database) => {
    await database.execute(sql.raw(statement));
    ledger = await readLedger({ database });
    throw stop;
  });
  await expect(broken).rejects.toBe(stop);
  if (!ledger) throw new Error('the ledger was not read');
  return ledger;
}

async function readSent(): Promise<string[]> {
  const rows = await db.pool.database.select({ key: effect.key }).from(effect);
  return rows.map(({ key }) => messageIdOf({ key }));
}

describe('the invariants of the database', () => {
  it('hold for leads that an unhurt engine carried', async () => {
    const ledger = await ledgerAfter('select 1');
    expect(ledger.passages.map(({ row }) => row.state)).toEqual(['ended', 'resting', 'resting']);
    expect(checkLedger(ledger)).toEqual([]);
    expect(checkSends({ ledger, received: await readSent() })).toEqual([]);
  });

  it.for<[string, string, RegExp]>([
    ['a step is gone', 'delete from step where hop = 1', /I1 .*step 1 is missing/],
    ['the last step is gone', 'delete from step where hop = 3', /I1 .*the last step is 2/],
    ['all steps are gone', 'delete from step', /I1 .*no step at all/],
    ['a row stands elsewhere', "update enrollment set op = 'mail' where state = 'resting'", /I1 .*the row is at mail/],
    ['a row counts another visit', 'update enrollment set visit = 2', /I1 .*visit 2; the last step/],
    ['a row forgot that it ended', "update enrollment set state = 'moving'", /I2 .*ended: 0 by the rows, 1 by/],
    ['a row stands at another node', "update enrollment set node = 'mail'", /I2 .*at mail: 2 by the rows, 0 by/],
    ['points were given twice', again('points-given'), /I4 .*points-given at points 2 times in 1 hops/],
    ['points were left out', "delete from event where name = 'points-given'", /I4 .*0 times in 1 hops/],
    ['an attribute was written twice', again('attribute-changed'), /I4 .*attribute-changed at attribute 2 times/],
    ['an ended lead is looked for', "update enrollment set look_at = now() where state = 'ended'", /I5 .*ended, and/],
    ['a stuck lead is looked for', "update enrollment set state = 'stuck', look_at = now()", /I5 .*stuck, and/],
    ['a lead without deadline is looked for', 'update enrollment set look_at = now()', /I5 .*for a nudge alone/],
    ['nobody looks for a moving lead', "update enrollment set state = 'moving'", /I5 .*moving, and nobody will/],
    ['nobody looks at a deadline', 'update enrollment set until = now()', /I5 .*resting, and nobody will/],
    ['a claim has no lease', "update effect set state = 'claimed'", /I5 .*claimed without a lease/],
    ['a claim is forgotten', claimed("now() - interval '3 minutes'"), /I5 .*its lease is long over/],
    ['an effect waits for a lead that left', "update effect set state = 'waiting'", /I5 .*its lead has left/],
    ['a lead is in a journey twice', openTwice(), /I6 .*open 2 times/],
  ])('tell when %s', async ([, statement, told]) => {
    expect(checkLedger(await ledgerAfter(statement)).join('\n')).toMatch(told);
  });

  it.for<[string, string, RegExp]>([
    ['two attempts were sent', twoSent(), /2 attempts were sent, and it is not listed/],
    ['a sent effect has no attempt', 'delete from effect_attempt', /sent without an attempt/],
    ['a dropped mail arrived', "update effect set state = 'dropped'", /arrived, and stands as dropped/],
  ])('tell when %s', async ([, statement, told]) => {
    const ledger = await ledgerAfter(statement);
    expect(checkSends({ ledger, received: await readSent() }).join('\n')).toMatch(told);
  });

  it('tell of mails that arrived twice, not at all, or out of nothing', async () => {
    const ledger = await ledgerAfter('select 1');
    const [first = '', ...others] = await readSent();
    const tell = (received: string[]) => checkSends({ ledger, received }).join('\n');
    expect(tell([first, first, ...others])).toMatch(/arrived 2 times/);
    expect(tell(others)).toMatch(/sent, and did not arrive/);
    expect(tell([first, ...others, '<stranger@sodate.local>'])).toMatch(/no effect knows of it/);
  });

  it('let a mail of unknown fate arrive or not, but once', async () => {
    const ledger = await ledgerAfter("update effect set state = 'ambiguous'; update effect_attempt set result = null");
    const sent = await readSent();
    expect(checkSends({ ledger, received: sent })).toEqual([]);
    expect(checkSends({ ledger, received: [] })).toEqual([]);
    expect(checkSends({ ledger, received: [...sent, ...sent] })).toHaveLength(sent.length);
  });
});

describe('the invariants of Temporal', () => {
  const payload = (text: string) => JSON.stringify({ payloads: [{ data: Buffer.from(text).toString('base64') }] });
  const run: TemporalRun = {
    id: 'enrollment/1',
    type: 'journeyEnrollment',
    status: 'COMPLETED',
    history: payload('{}'),
  };

  it('hold for ids and spans', () => {
    expect(checkTemporal({ runs: [run], personal: ['坂井'] })).toEqual([]);
  });

  it.for<[string, TemporalRun, RegExp]>([
    ['a name in a payload', { ...run, history: payload('坂井 真理子') }, /I8 enrollment\/1: its history holds "坂井"/],
    ['a name in plain text', { ...run, history: '{"message":"坂井"}' }, /I8 .*"坂井"/],
    ['a failed workflow', { ...run, status: 'FAILED' }, /I9 enrollment\/1: FAILED/],
    ['a workflow out of time', { ...run, status: 'TIMED_OUT' }, /I9 enrollment\/1: TIMED_OUT/],
  ])('tell of %s', ([, broken, told]) => {
    expect(checkTemporal({ runs: [run, broken], personal: ['坂井'] }).join('\n')).toMatch(told);
  });
});

/** The statement that stores every event of that name a second time. */
function again(name: string): string {
  const columns = 'stored_at, occurred_at, visitor_id, name, enrollment_id, node, visit, properties';
  return `insert into event (id, ${columns}) select nextval('event_id'), ${columns} from event where name = '${name}'`;
}

function claimed(leaseUntil: string): string {
  return `update effect set state = 'claimed', lease_until = ${leaseUntil}`;
}

function openTwice(): string {
  return `drop index enrollment_open; update enrollment set lead_id = (select lead_id from enrollment limit 1)`;
}

function twoSent(): string {
  return `insert into effect_attempt (key, attempt, token, claimed_at, result)
    select key, 2, gen_random_uuid(), now(), 'sent' from effect`;
}
