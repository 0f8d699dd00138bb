import { effect, enrollment, type NotSentReason } from '@sodate/database/schema/enrollment';
import { sentMail } from '@sodate/database/schema/mail';
import { asId, type JourneyId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testClock, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { type MailWorld, makeEffect, makeLead, makeWorld } from '../mail/mail-world.ts';
import { prepareMail } from '../mail/prepare-mail.ts';
import { recordMailSent } from '../mail/record-mail-sent.ts';
import { listNodeResults, listNodeResultsInput } from './list-node-results.ts';
import { readNodeCounts } from './read-node-counts.ts';
import { readNodeResults } from './read-node-results.ts';

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

/** A mail of a node to a lead of its own; each has its own journey here, and is moved to the one asked for. */
async function makeMail({ journey, test = false }: { journey?: JourneyId; test?: boolean }) {
  const lead = await makeLead({ context, email: `${count++}@x.example` });
  const made = await makeEffect({ context, mail: world.mail, lead });
  const [own] = await context.database.select().from(effect).where(eq(effect.key, made.key));
  if (own?.journeyId == null || own.node === null || own.enrollmentId === null) throw new Error('no effect was made');
  const at = { journey: journey ?? own.journeyId, node: own.node };
  await context.database.update(effect).set({ journeyId: at.journey }).where(eq(effect.key, made.key));
  await context.database
    .update(enrollment)
    .set({ journeyId: at.journey, test })
    .where(eq(enrollment.id, own.enrollmentId));
  return { ...at, effect: { ...made, journeyId: at.journey }, email: `${count - 1}@x.example` };
}

async function send(which: { journey?: JourneyId; test?: boolean } = {}) {
  const made = await makeMail(which);
  await prepareMail({ context, effect: made.effect, now: clock.now() });
  await recordMailSent({ context, effect: made.effect, now: clock.now() });
  await context.database
    .update(sentMail)
    .set({ journeyId: made.journey })
    .where(eq(sentMail.effectKey, made.effect.key));
  return made;
}

async function holdBack({ reason, ...which }: { journey: JourneyId; reason: NotSentReason; test?: boolean }) {
  const made = await makeMail(which);
  const values = { state: 'not-sent', notSentReason: reason, settledAt: clock.now() } as const;
  await context.database.update(effect).set(values).where(eq(effect.key, made.effect.key));
  return made;
}

it('tells who got a mail of a node, who reacted, and who got none and why; no test leads', async () => {
  const first = await send();
  const { journey, node } = first;
  const opened = await send({ journey });
  await send({ journey, test: true });
  await send();
  await context.database
    .update(sentMail)
    .set({ openedCountedAt: clock.now() })
    .where(eq(sentMail.effectKey, opened.effect.key));
  const refused = [
    await holdBack({ journey, reason: 'no-consent' }),
    await holdBack({ journey, reason: 'no-consent' }),
    await holdBack({ journey, reason: 'bounced' }),
  ];
  await holdBack({ journey, reason: 'no-consent', test: true });
  const at = { journey, node };

  expect(await readNodeResults({ context, input: at })).toEqual({
    notSent: [
      { reason: 'no-consent', count: 2 },
      { reason: 'bounced', count: 1 },
    ],
  });
  expect((await readNodeCounts({ context, input: { journey } })).figures[node]?.notSent).toBe(3);
  const listed = async (which: object) => {
    const { rows, next } = await listNodeResults({ context, input: listNodeResultsInput.parse({ ...at, ...which }) });
    return { emails: rows.map(({ email }) => email), next };
  };
  const sorted = async (which: object) => (await listed(which)).emails.toSorted();
  expect(await sorted({ came: 'sent' })).toEqual([first.email, opened.email].toSorted());
  expect(await sorted({ came: 'opened' })).toEqual([opened.email]);
  expect(await sorted({ came: 'clicked' })).toEqual([]);
  expect(await sorted({ came: 'not-sent' })).toEqual(refused.map(({ email }) => email).toSorted());
  expect(await sorted({ came: 'not-sent', reason: 'bounced' })).toEqual([refused[2]?.email]);

  for (const came of ['sent', 'not-sent'] as const) {
    const all = await listed({ came });
    const page = await listed({ came, limit: 1 });
    const rest = await listed({ came, after: page.next });
    expect([...page.emails, ...rest.emails]).toEqual(all.emails);
  }
  const unknown = { journey, node: asId<'node'>('gone') };
  expect(await readNodeResults({ context, input: unknown })).toEqual({ notSent: [] });
});
