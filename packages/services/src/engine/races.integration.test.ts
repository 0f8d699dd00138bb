import { type EffectRow, effect, enrollment } from '@sodate/database/schema/enrollment';
import { event } from '@sodate/database/schema/event';
import { asId, type LeadId } from '@sodate/journey/id';
import { asInstant, plus } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
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
import { storeEvents } from '../event/store-events.ts';
import { pauseJourney, resumeJourney, stopJourney } from '../journey/change-journey-state.ts';
import { eraseLead } from '../lead/erase-lead.ts';
import { mergeLeads } from '../lead/merge-leads.ts';
import { applyRuleBatch } from './apply-rule-batch.ts';
import { armCrashPoints, type CrashPoint } from './crash-point.ts';
import { deliverOutbox } from './deliver-outbox.ts';
import { perform } from './perform.ts';
import type { WorkflowPort } from './workflow-port.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());
afterEach(() => armCrashPoints(() => {}));

const dayMs = 86_400_000;
const days = (amount: number) => ({ duration: { amount, unit: 'days' }, zone: 'journey' }) as const;
const external = { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;
const page = { kind: 'page', url: { match: 'exact', value: '/price' } } as const;

const listening = planOf({
  ops: [
    {
      id: 'listen',
      kind: 'listen',
      events: [{ outcome: 'seen', pattern: page }],
      conditions: [],
      timeout: { outcome: 'late', spec: days(1) },
      next: { seen: 'rest', late: 'rest' },
    },
    { id: 'rest', kind: 'wait', spec: days(5), next: { done: 'end' } },
    { id: 'end', kind: 'end' },
  ],
});

const sending = planOf({
  ops: [
    { id: 'mail', kind: 'act', effect: 'send-mail', config: { edition: 1 }, external, next: { done: 'rest' } },
    { id: 'rest', kind: 'wait', spec: days(5), next: { done: 'end' } },
    { id: 'end', kind: 'end' },
  ],
  conditions: { [asId<'condition'>('seen')]: { kind: 'events', pattern: page, within: 'since-entered', atLeast: 1 } },
  goals: [{ node: asId('aim'), key: asId('seen') }],
});

async function start({ plan = listening, queued = false } = {}) {
  const channel = scriptedChannel();
  const engine = testEngine({ database: db.pool.database, channel });
  const context = queued ? { ...engine, timings: { ...engine.timings, inlineLimitMs: 0 } } : engine;
  const { journey, version } = await publishPlan({ context, plan });
  await drainRules();
  const who = await newLead({ database: context.database });
  const row = await enter({ context, lead: who, version, plan });
  const at = { database: context.database, enrollment: row.id };
  const readEffect = async (): Promise<EffectRow | undefined> =>
    (await context.database.select().from(effect).where(eq(effect.enrollmentId, row.id)))[0];
  return { context, channel, journey, version, who, row, at, readEffect };
}

/** A lead whose mail waits in its channel's queue. */
async function queue() {
  const started = await start({ plan: sending, queued: true });
  const rest = await look({ context: started.context, enrollment: started.row.id });
  if (rest.kind !== 'queued') throw new Error('not queued');
  return { ...started, key: rest.effect };
}

async function drainRules(): Promise<void> {
  const context = testEngine({ database: db.pool.database });
  while ((await applyRuleBatch({ context })) > 0);
}

function visit(who: LeadId) {
  return {
    lead: who,
    name: 'page-viewed' as const,
    thing: { kind: 'page' as const, key: 'a.jp/price', path: '/price' },
  };
}

/** Runs `work` once, as something passes the point. */
function meanwhile(at: CrashPoint, work: () => Promise<unknown>): void {
  let done = false;
  armCrashPoints(async (point) => {
    if (point !== at || done) return;
    done = true;
    await work();
  });
}

describe('an event', () => {
  it('before the start has reached Temporal is heard by the first look, and its nudge finds or makes the workflow', async () => {
    const { context, who, row, at } = await start();
    await storeEvents({ context, events: [visit(who)] });
    const calls: string[] = [];
    const note = (name: string) => async (call: object) => {
      if ('enrollment' in call && call.enrollment === row.id) calls.push(name);
    };
    const port = { start: note('start'), nudge: note('nudge'), close: note('close') } as unknown as WorkflowPort;
    while ((await deliverOutbox({ context, workflows: port })) > 0);
    expect(calls.toSorted()).toEqual(['nudge', 'start']);
    await look({ context, enrollment: row.id });
    expect(await readPath(at)).toEqual(['entered→listen', 'seen→rest']);
  });

  it('in the last moment of a look is heard by the next, once, though Temporal runs the look twice', async () => {
    const { context, who, row, at } = await start();
    meanwhile('look.before-return', () => storeEvents({ context, events: [visit(who)] }));
    const first = await look({ context, enrollment: row.id });
    expect((await readRow(at)).nudgedAt).not.toBeNull();
    // The answer was lost: the same look again, with what the workflow knew before.
    await look({ context, enrollment: row.id, known: row.rest });
    await look({ context, enrollment: row.id, known: first.number });
    expect(await readPath(at)).toEqual(['entered→listen', 'seen→rest']);
  });

  it.each([
    [-1, 'late'],
    [0, 'seen'],
    [1, 'seen'],
  ])('whose deadline is %i ms after it is decided by that: %s', async (afterMs, outcome) => {
    const { context, who, row, at } = await start();
    await storeEvents({ context, events: [visit(who)] });
    const [stored] = (await context.database.select().from(event)).toSorted((a, b) => b.id - a.id);
    const until = asInstant((stored?.storedAt ?? 0) + afterMs);
    await context.database.update(enrollment).set({ until }).where(eq(enrollment.id, row.id));
    await look({ context, enrollment: row.id });
    expect((await readPath(at)).at(-1)).toBe(`${outcome}→rest`);
  });
});

describe('looks', () => {
  it('that a stale nudge asked for change nothing but the nudge', async () => {
    const { context, row, at } = await start();
    await look({ context, enrollment: row.id });
    const before = await readRow(at);
    await look({ context, enrollment: row.id, known: 0 });
    expect(await readRow(at)).toEqual(before);
  });

  it('at a claim wait for its lease, and send nothing', async () => {
    const { context, channel, row, at } = await start({ plan: sending });
    channel.during = async () => {
      channel.during = undefined;
      const rest = await look({ context, enrollment: row.id });
      expect(rest).toMatchObject({ kind: 'queued', number: row.rest, effect: `enrollment/${row.id}/mail/1` });
      expect(rest.kind === 'queued' && rest.waitMs).toBeGreaterThan(5_000);
      expect(rest.kind === 'queued' && rest.waitMs).toBeLessThan(17_000);
    };
    await Promise.all([look({ context, enrollment: row.id }), look({ context, enrollment: row.id })]);
    expect(channel.sent).toHaveLength(1);
    expect((await readPath(at)).at(-1)).toBe('done→rest');
  });
});

describe('a goal', () => {
  it('while a mail is queued drops it, and the queue sends nothing', async () => {
    const { context, channel, who, row, at, key, readEffect } = await queue();
    await storeEvents({ context, events: [visit(who)] });
    expect(await perform({ context, effect: key })).toEqual({ kind: 'settled' });
    await look({ context, enrollment: row.id });
    expect(await perform({ context, effect: key })).toEqual({ kind: 'settled' });
    expect(channel.sent).toEqual([]);
    expect(await readRow(at)).toMatchObject({ state: 'ended', reason: 'goal' });
    expect((await readEffect())?.state).toBe('dropped');
  });

  it('while a queued mail is in the air waits until it has landed', async () => {
    const { context, channel, who, row, at, key, readEffect } = await queue();
    channel.during = async () => {
      await storeEvents({ context, events: [visit(who)] });
      expect(await look({ context, enrollment: row.id })).toMatchObject({ kind: 'queued', effect: key });
    };
    await perform({ context, effect: key });
    await look({ context, enrollment: row.id });
    expect((await readEffect())?.state).toBe('sent');
    expect(await readRow(at)).toMatchObject({ state: 'ended', reason: 'goal' });
  });
});

describe('while a mail waits in the queue', () => {
  it('a pause holds it, and a resume lets it out', async () => {
    const { context, channel, journey, row, at, key } = await queue();
    await pauseJourney({ context, input: { journey } });
    await perform({ context, effect: key });
    await look({ context, enrollment: row.id });
    expect(channel.sent).toEqual([]);
    expect(await readRow(at)).toMatchObject({ heldBy: 'pause', lookAt: null });
    await resumeJourney({ context, input: { journey, deadlines: 'shift' } });
    await drainRules();
    expect((await readRow(at)).nudgedAt).not.toBeNull();
    await look({ context, enrollment: row.id });
    await perform({ context, effect: key });
    expect(channel.sent).toEqual([key]);
  });

  it('a publish gives it the new config', async () => {
    const { context, journey, row, at, readEffect } = await queue();
    const op = sending.ops[asId<'op'>('mail')];
    if (op?.kind !== 'act') throw new Error('no act');
    const renewed = { ...sending, ops: { ...sending.ops, [op.id]: { ...op, config: { edition: 2 } } } };
    await publishPlan({ context, plan: renewed, journey });
    await drainRules();
    expect((await readEffect())?.config).toEqual({ edition: 2 });
    await look({ context, enrollment: row.id });
    expect((await readRow(at)).state).toBe('acting');
  });

  it.each(['stop', 'erasure'] as const)('%s: it is dropped', async (deed) => {
    const { context, channel, journey, who, at, key, readEffect } = await queue();
    if (deed === 'stop') await stopJourney({ context, input: { journey } });
    else await eraseLead({ context, lead: who });
    await drainRules();
    await perform({ context, effect: key });
    expect(channel.sent).toEqual([]);
    expect((await readEffect())?.state).toBe('dropped');
    expect((await readRow(at)).state).toBe('ended');
  });

  it('a merge takes it along', async () => {
    const { context, channel, who, row, key } = await queue();
    const keep = await newLead({ database: context.database });
    await mergeLeads({ context, keep, merge: who });
    await look({ context, enrollment: row.id });
    await perform({ context, effect: key });
    expect(channel.sent).toEqual([key]);
  });
});

describe('while a mail is in the air', () => {
  async function during(work: (given: Awaited<ReturnType<typeof start>>) => Promise<unknown>) {
    const started = await start({ plan: sending });
    started.channel.during = async () => {
      started.channel.during = undefined;
      await work(started);
      expect((await readRow(started.at)).state).toBe('acting');
      expect((await started.readEffect())?.state).toBe('claimed');
    };
    await look({ context: started.context, enrollment: started.row.id });
    expect(started.channel.sent).toHaveLength(1);
    expect((await started.readEffect())?.state).toBe('sent');
    return started;
  }

  it('a pause lets it land, then holds', async () => {
    const { context, journey, at, row } = await during((given) =>
      pauseJourney({ context: given.context, input: { journey: given.journey } }),
    );
    expect(await readRow(at)).toMatchObject({ node: 'mail', heldBy: 'pause' });
    await resumeJourney({ context, input: { journey, deadlines: 'keep' } });
    await look({ context, enrollment: row.id });
    expect((await readPath(at)).at(-1)).toBe('done→rest');
  });

  it('a publish lets it land, then is applied', async () => {
    const longer = planOf({
      ops: [...Object.values(sending.ops)].map((op) => (op.kind === 'wait' ? { ...op, spec: days(9) } : op)) as never,
    });
    const { at } = await during(({ context, journey }) => publishPlan({ context, plan: longer, journey }));
    const row = await readRow(at);
    expect(row).toMatchObject({ node: 'rest', until: plus(row.arrivedAt, 9 * dayMs) });
  });

  it('an erasure lets it land, then ends the passage', async () => {
    const { at } = await during(({ context, who }) => eraseLead({ context, lead: who }));
    expect(await readRow(at)).toMatchObject({ state: 'ended', reason: 'erased' });
  });

  it('a merge moves the passage, and its landing is recorded there', async () => {
    const { at, who } = await during(async ({ context, who: merge }) => {
      const keep = await newLead({ database: context.database });
      await mergeLeads({ context, keep, merge });
    });
    const row = await readRow(at);
    expect(row).toMatchObject({ node: 'rest', state: 'resting' });
    expect(row.leadId).not.toBe(who);
  });
});
