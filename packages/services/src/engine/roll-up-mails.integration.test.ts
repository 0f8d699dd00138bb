import { enrollment } from '@sodate/database/schema/enrollment';
import { event } from '@sodate/database/schema/event';
import { mailRollup, sentMail } from '@sodate/database/schema/mail';
import { asInstant } from '@sodate/journey/time/instant';
import { type AnyColumn, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testClock, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { storeEvents } from '../event/store-events.ts';
import { mailEvent } from '../mail/mail-event.ts';
import { type MailWorld, makeEffect, makeLead, makeWorld } from '../mail/mail-world.ts';
import { prepareMail } from '../mail/prepare-mail.ts';
import { recordMailSent } from '../mail/record-mail-sent.ts';
import { realTimings } from '../timings.ts';
import { rollUpMails } from './roll-up-mails.ts';

let database: TestDatabase;
let context: Context;
let clock: ReturnType<typeof testClock>;
let world: MailWorld;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.sql`select ensure_event_partitions((now() - interval '10 days')::date, 1)`;
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.pool.sql`truncate organisation, mail, lead, journey, event, message_id, mail_rollup, progress cascade`;
  clock = testClock(asInstant(Date.now()));
  context = testContext({ database: database.pool.database, clock });
  world = await makeWorld({ context });
});

async function send(): Promise<typeof sentMail.$inferSelect> {
  const lead = await makeLead({ context, email: `${count++}@x.example` });
  const effect = await makeEffect({ context, mail: world.mail, lead });
  await prepareMail({ context, effect, now: clock.now() });
  await recordMailSent({ context, effect, now: clock.now() });
  const row = await context.database.query.sentMail.findFirst({ where: eq(sentMail.effectKey, effect.key) });
  if (row === undefined) throw new Error('nothing was sent');
  return row;
}

async function react({ mail, name }: { mail: typeof sentMail.$inferSelect; name: 'mail-opened' | 'mail-clicked' }) {
  await storeEvents({ context, events: [mailEvent({ mail, name, messageId: `${name}/${count++}` })] });
}

/** Lets what has happened so far lie further back; stored times are the database's own. */
async function age(hours: number) {
  await context.database.update(event).set({ storedAt: sql`${event.storedAt} - ${hours} * interval '1 hour'` });
}

/** Over all journeys: each effect has one of its own here. */
async function sums() {
  const add = (column: AnyColumn) => sql`sum(${column})`.mapWith(Number);
  const { test, sent, opened, clicked } = mailRollup;
  return context.database
    .select({ test, sent: add(sent), opened: add(opened), clicked: add(clicked) })
    .from(mailRollup)
    .groupBy(test)
    .orderBy(test);
}

it('counts each mail once as sent, opened and clicked, however often and in however many turns', async () => {
  const [often, once] = [await send(), await send(), await send()];
  await react({ mail: often, name: 'mail-opened' });
  await react({ mail: often, name: 'mail-opened' });
  await age(2);
  await rollUpMails({ context });
  expect(await sums()).toEqual([{ test: false, sent: 3, opened: 1, clicked: 0 }]);
  await react({ mail: often, name: 'mail-opened' });
  await react({ mail: often, name: 'mail-clicked' });
  await react({ mail: once, name: 'mail-clicked' });
  await rollUpMails({ context });
  expect(await sums()).toEqual([{ test: false, sent: 3, opened: 1, clicked: 0 }]);
  // A minute later, told by the lag.
  await rollUpMails({ context: { ...context, timings: { ...realTimings, rollupLagMs: -1_000 } } });
  expect(await sums()).toEqual([{ test: false, sent: 3, opened: 2, clicked: 2 }]);
});

it('leaves out what was taken back, and keeps test leads apart', async () => {
  const [scanned, tested] = [await send(), await send()];
  await react({ mail: scanned, name: 'mail-clicked' });
  await context.database.update(event).set({ retractedAt: clock.now() }).where(eq(event.name, 'mail-clicked'));
  await context.database.update(enrollment).set({ test: true }).where(eq(enrollment.leadId, tested.leadId));
  await react({ mail: tested, name: 'mail-opened' });
  await age(2);
  await rollUpMails({ context });
  expect(await sums()).toEqual([
    { test: false, sent: 1, opened: 0, clicked: 0 },
    { test: true, sent: 1, opened: 1, clicked: 0 },
  ]);
});

it('goes over what lies far back a day at a time, and says that it is behind', async () => {
  await send();
  await age(72);
  await send();
  await age(72);
  expect(await rollUpMails({ context })).toEqual({ behind: true });
  expect(await sums()).toMatchObject([{ sent: 1 }]);
  expect(await rollUpMails({ context })).toEqual({ behind: true });
  expect(await sums()).toMatchObject([{ sent: 2 }]);
  expect(await rollUpMails({ context })).toEqual({ behind: false });
  expect(await sums()).toMatchObject([{ sent: 2 }]);
});
