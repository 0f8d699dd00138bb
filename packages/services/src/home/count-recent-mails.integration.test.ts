import { enrollment } from '@sodate/database/schema/enrollment';
import { journey } from '@sodate/database/schema/journey';
import { asInstant } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testClock, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { type MailWorld, makeEffect, makeLead, makeWorld } from '../mail/mail-world.ts';
import { prepareMail } from '../mail/prepare-mail.ts';
import { recordMailSent } from '../mail/record-mail-sent.ts';
import { countRecentMails } from './count-recent-mails.ts';

const clock = testClock(asInstant(Date.now()));

let database: TestDatabase;
let context: Context;
let world: MailWorld;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database, clock });
  world = await makeWorld({ context });
});
afterAll(() => database.drop());

/** A live journey of its own whose node comes to mail one lead. */
async function comeToMail({ consented, test = false }: { consented: true | null; test?: boolean }) {
  const lead = await makeLead({ context, email: `${count++}@x.example`, consented });
  const effect = await makeEffect({ context, mail: world.mail, lead });
  const { enrollmentId, journeyId, node } = effect;
  if (enrollmentId === null || journeyId === null) throw new Error('no effect was made');
  await context.database.update(journey).set({ state: 'live' }).where(eq(journey.id, journeyId));
  await context.database.update(enrollment).set({ test }).where(eq(enrollment.id, enrollmentId));
  await prepareMail({ context, effect, now: clock.now() });
  if (consented) await recordMailSent({ context, effect, now: clock.now() });
  return { id: journeyId, node };
}

it('tells sent from not sent for each live journey, and where; test leads are in neither', async () => {
  const sent = await comeToMail({ consented: true });
  const withheld = await comeToMail({ consented: null });
  const tried = await comeToMail({ consented: null, test: true });
  const paused = await comeToMail({ consented: null });
  await context.database.update(journey).set({ state: 'paused' }).where(eq(journey.id, paused.id));
  const counts = await countRecentMails({ context });
  expect(counts[sent.id]).toEqual({ sent: 1, withheld: 0, withheldAt: null });
  expect(counts[withheld.id]).toEqual({ sent: 0, withheld: 1, withheldAt: withheld.node });
  expect(counts[tried.id]).toBeUndefined();
  expect(counts[paused.id]).toBeUndefined();
});

it('counts the seven days of its own clock, not of the database’s', async () => {
  const { id } = await comeToMail({ consented: true });
  const inDays = (days: number) =>
    countRecentMails({ context: { ...context, clock: testClock(asInstant(clock.now() + days * 86_400_000)) } });
  expect((await inDays(6))[id]).toMatchObject({ sent: 1 });
  expect((await inDays(8))[id]).toBeUndefined();
});
