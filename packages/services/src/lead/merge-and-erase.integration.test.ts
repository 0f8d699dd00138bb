import { effect, effectAttempt, enrollment, outbox } from '@sodate/database/schema/enrollment';
import { event } from '@sodate/database/schema/event';
import { lead, visitor } from '@sodate/database/schema/lead';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
import { eraseLead } from './erase-lead.ts';
import { mergeLeads } from './merge-leads.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});

afterAll(() => db.drop());

const external = { channel: 'test', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 3 } as const;
const visitOf = (who: Awaited<ReturnType<typeof newLead>>) => ({
  lead: who,
  name: 'page-viewed' as const,
  thing: { kind: 'page' as const, key: 'example.jp/price', path: '/price' },
});

const listening = planOf({
  ops: [
    {
      id: 'listen',
      kind: 'listen',
      events: [{ outcome: 'seen', pattern: { kind: 'page' } }],
      conditions: [],
      next: { seen: 'end' },
    },
    { id: 'end', kind: 'end' },
  ],
});

it('keeps the longer-standing passage of two, ends the other as merged, and hears what the other lead did', async () => {
  const context = testEngine({ database: db.pool.database });
  const { version } = await publishPlan({ context, plan: listening });
  const [keep, merge] = [
    await newLead({ database: context.database, phone: '03' }),
    await newLead({ database: context.database, email: 'b@example.jp' }),
  ];
  const first = await enter({ context, lead: merge, version, plan: listening });
  const second = await enter({ context, lead: keep, version, plan: listening });
  await mergeLeads({ context, keep, merge });
  expect(await readRow({ database: context.database, enrollment: second.id })).toMatchObject({
    state: 'ended',
    reason: 'merged',
    leadId: keep,
  });
  expect(await readRow({ database: context.database, enrollment: first.id })).toMatchObject({
    state: 'resting',
    leadId: keep,
  });
  const [stays] = await context.database.select().from(lead).where(eq(lead.id, keep));
  expect(stays).toMatchObject({ email: 'b@example.jp', phone: '03' });
  await storeEvents({ context, events: [visitOf(merge)] });
  await look({ context, enrollment: first.id });
  expect((await readPath({ database: context.database, enrollment: first.id })).at(-1)).toBe('seen→end');
});

it('knows that the lead is still in, though the passage that ended as merged is the newer one', async () => {
  const context = testEngine({ database: db.pool.database });
  const { version } = await publishPlan({ context, plan: listening });
  const [keep, merge] = [await newLead({ database: context.database }), await newLead({ database: context.database })];
  await enter({ context, lead: merge, version, plan: listening });
  await enter({ context, lead: keep, version, plan: listening });
  await mergeLeads({ context, keep, merge });
  await expect(enter({ context, lead: keep, version, plan: listening })).rejects.toThrow('refused: already-in');
});

it('refuses to merge a lead with itself, or one that is gone', async () => {
  const context = testEngine({ database: db.pool.database });
  const who = await newLead({ database: context.database });
  await expect(mergeLeads({ context, keep: who, merge: who })).rejects.toThrow(/itself/);
  const other = await newLead({ database: context.database });
  await mergeLeads({ context, keep: who, merge: other });
  await expect(mergeLeads({ context, keep: who, merge: other })).rejects.toThrow(/already/);
});

it('erases everything personal, ends the passages, and tells the workflow', async () => {
  const context = testEngine({ database: db.pool.database });
  const { version } = await publishPlan({ context, plan: listening });
  const who = await newLead({ database: context.database, email: 'secret@example.jp', attributes: { note: 'ひみつ' } });
  const row = await enter({ context, lead: who, version, plan: listening });
  await storeEvents({
    context,
    events: [{ lead: who, name: 'form-submitted', properties: { email: 'secret@example.jp' } }],
  });
  await eraseLead({ context, lead: who });
  const everything = JSON.stringify([
    await context.database.select().from(lead).where(eq(lead.id, who)),
    await context.database.select().from(event),
  ]);
  expect(everything).not.toMatch(/secret|ひみつ|真理子/);
  expect(await readRow({ database: context.database, enrollment: row.id })).toMatchObject({
    state: 'ended',
    reason: 'erased',
  });
  const closes = (await context.database.select().from(outbox)).filter(
    ({ body }) => body.kind === 'close' && body.enrollment === row.id,
  );
  expect(closes).toHaveLength(1);
  expect(await storeEvents({ context, events: [visitOf(who)] })).toHaveLength(0);
});

it('lets a mail in the air land before a lead that is erased leaves', async () => {
  const mailing = planOf({
    ops: [
      { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
  const channel = scriptedChannel();
  const context = testEngine({ database: db.pool.database, channel });
  const { version } = await publishPlan({ context, plan: mailing });
  const who = await newLead({ database: context.database });
  const row = await enter({ context, lead: who, version, plan: mailing });
  channel.during = async () => {
    await eraseLead({ context, lead: who });
    const [meanwhile] = await context.database.select().from(enrollment).where(eq(enrollment.id, row.id));
    expect(meanwhile).toMatchObject({ leaving: 'erased', state: 'acting' });
  };
  await look({ context, enrollment: row.id });
  expect(await readRow({ database: context.database, enrollment: row.id })).toMatchObject({
    state: 'ended',
    reason: 'erased',
  });
  const [sent] = await context.database.select().from(effect).where(eq(effect.enrollmentId, row.id));
  expect(sent?.state).toBe('sent');
});

it('sends a mail that waited to the lead that stays', async () => {
  const mailing = planOf({
    ops: [
      { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
  const context = testEngine({ database: db.pool.database });
  const { version } = await publishPlan({ context, plan: mailing });
  const keep = await newLead({ database: context.database });
  const merge = await newLead({ database: context.database, email: 'waits@example.jp' });
  const row = await enter({ context, lead: merge, version, plan: mailing });
  await mergeLeads({ context, keep, merge });
  const [waiting] = await context.database.select().from(effect).where(eq(effect.enrollmentId, row.id));
  expect(waiting).toMatchObject({ state: 'waiting', leadId: keep });
});

it('erases with a lead all that were merged into it, and what mail servers said of it', async () => {
  const mailing = planOf({
    ops: [
      { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
  const channel = scriptedChannel();
  channel.script.push({ kind: 'surely-not', error: '550 <hidden@example.jp> unknown', again: false });
  const context = testEngine({ database: db.pool.database, channel });
  const { version } = await publishPlan({ context, plan: mailing });
  const [last, middle, first] = [
    await newLead({ database: context.database }),
    await newLead({ database: context.database }),
    await newLead({ database: context.database, attributes: { note: 'hidden' } }),
  ];
  const row = await enter({ context, lead: last, version, plan: mailing });
  await look({ context, enrollment: row.id });
  await mergeLeads({ context, keep: middle, merge: first });
  await mergeLeads({ context, keep: last, merge: middle });
  await eraseLead({ context, lead: last });
  const everything = JSON.stringify([
    await context.database.select().from(lead).where(eq(lead.id, first)),
    await context.database.select().from(effect),
    await context.database.select().from(effectAttempt),
    await context.database.select().from(enrollment),
  ]);
  expect(everything).not.toMatch(/hidden/);
});

it('asks to wait where the passage that would end has a mail in the air, and changes nothing', async () => {
  const mailing = planOf({
    ops: [
      { id: 'mail', kind: 'act', effect: 'send-mail', config: {}, external, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
  const channel = scriptedChannel();
  const context = testEngine({ database: db.pool.database, channel });
  const { version } = await publishPlan({ context, plan: mailing });
  const [keep, merge] = [await newLead({ database: context.database }), await newLead({ database: context.database })];
  await enter({ context, lead: merge, version, plan: mailing });
  const later = await enter({ context, lead: keep, version, plan: mailing });
  channel.during = async () => {
    channel.during = undefined;
    await expect(mergeLeads({ context, keep, merge })).rejects.toMatchObject({ kind: 'conflict' });
  };
  await look({ context, enrollment: later.id });
  expect(await readRow({ database: context.database, enrollment: later.id })).toMatchObject({ reason: 'completed' });
  await mergeLeads({ context, keep, merge });
});

it('merges after whoever acts in a browser of one of the two, and takes no lead from them meanwhile', async () => {
  const context = testEngine({ database: db.pool.database });
  const [keep, merge] = [await newLead({ database: context.database }), await newLead({ database: context.database })];
  const [browser] = await context.database.insert(visitor).values({ anonymousId: 'b', leadId: merge }).returning();
  if (!browser) throw new Error('no visitor');
  let merging: Promise<void> = Promise.resolve();
  await context.database.transaction(async (acting) => {
    await acting.select().from(visitor).where(eq(visitor.id, browser.id)).for('no key update');
    merging = mergeLeads({ context, keep, merge });
    await expect.poll(waitsForRow).toBe(true);
    await acting.execute(sql`set local lock_timeout = '500ms'`);
    await acting.select().from(lead).where(eq(lead.id, merge)).for('no key update');
  });
  await merging;
  const [merged] = await context.database.select().from(lead).where(eq(lead.id, merge));
  expect(merged?.mergedInto).toBe(keep);
});

async function waitsForRow(): Promise<boolean> {
  const [row] = await db.pool.database.execute<{ waits: boolean }>(
    sql`select exists (select from pg_locks l join pg_stat_activity a using (pid)
      where not l.granted and a.datname = current_database()) as waits`,
  );
  return row?.waits === true;
}
