import { organisation } from '@sodate/database/schema/organisation';
import { account, session, user } from '@sodate/database/schema/user';
import { parseInstant } from '@sodate/journey/time/instant';
import type { MailTransport } from '@sodate/mail/transport/create-mail-transport';
import type { OutgoingMail } from '@sodate/mail/transport/outgoing-mail';
import { verifyPassword } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testClock, testContext } from '../../../../test/database.ts';
import { newPerson } from '../../../../test/hosts/test-handoffs.ts';
import type { Context } from '../context.ts';
import { choosePassword } from './choose-password.ts';
import { invitePerson, sendPasswordLink } from './invite-person.ts';
import { listPeople } from './list-people.ts';
import { findPasswordLink } from './password-link.ts';

let db: TestDatabase;
let context: Context;
let clock: ReturnType<typeof testClock>;
let sent: OutgoingMail[];
let transport: MailTransport;

beforeAll(async () => {
  db = await createTestDatabase();
  await db.pool.database.insert(organisation).values({
    name: 'あおば倉庫',
    sender: { name: 'あおば倉庫', email: 'hello@aoba.test', postalAddress: '' },
  });
});

afterAll(() => db.drop());

beforeEach(() => {
  clock = testClock(parseInstant('2026-11-19T05:32:00Z'));
  context = testContext({ database: db.pool.database, clock });
  sent = [];
  transport = {
    send: async ({ message }) => {
      sent.push(message);
      return { kind: 'sent' };
    },
    close: () => {},
  };
});

let number = 0;

async function invite() {
  number += 1;
  const input = { name: '水野 陽介', email: `m${number}@aoba.test`, role: 'sales-rep', language: 'ja' } as const;
  const made = await invitePerson({ context, input, transport });
  return { ...made, email: input.email, token: new URL(made.link).searchParams.get('token') ?? '' };
}

async function passwordOf(email: string): Promise<string | null | undefined> {
  const [row] = await context.database
    .select({ password: account.password })
    .from(account)
    .innerJoin(user, eq(user.id, account.userId))
    .where(eq(user.email, email));
  return row?.password;
}

it('mails an invitation whose link lets the person choose a password, once', async () => {
  const { email, token, link, mailError } = await invite();
  expect(mailError).toBeNull();
  expect(sent).toMatchObject([{ to: { address: email }, from: { address: 'hello@aoba.test' } }]);
  expect(sent[0]?.text).toContain(link);
  expect(sent[0]?.html).toContain(`<a href="${link}"`);
  const isInvited = async () => {
    const { rows } = await listPeople({ context, input: { limit: 10, search: email, activeOnly: true } });
    return rows.map(({ invited }) => invited);
  };
  expect(await isInvited()).toEqual([true]);

  expect(await choosePassword({ context, input: { token, password: 'correct horse' } })).toEqual({ email });
  expect(await isInvited()).toEqual([false]);
  const hash = (await passwordOf(email)) ?? '';
  expect(await verifyPassword({ hash, password: 'correct horse' })).toBe(true);
  const again = choosePassword({ context, input: { token, password: 'another horse' } });
  await expect(again).rejects.toMatchObject({ kind: 'forbidden' });
});

it('says in the invitation who invites', async () => {
  const { context: inviting } = await newPerson({ database: db.pool.database, role: 'admin', name: '片山 亮' });
  const input = { name: '森 あかり', email: 'mori@aoba.test', role: 'sales-rep', language: 'ja' } as const;
  await invitePerson({ context: inviting, input, transport });
  expect(sent[0]?.text).toContain('片山 亮さんが');
  expect(sent[0]?.html).toContain('片山 亮さんが');
});

it('lets one of those in who use a link at the same moment', async () => {
  const { email, token } = await invite();
  const passwords = ['one horse', 'two horses', 'three horses'];
  const answers = await Promise.allSettled(
    passwords.map((password) => choosePassword({ context, input: { token, password } })),
  );
  const chosen = passwords.filter((_, index) => answers[index]?.status === 'fulfilled');
  expect(chosen).toHaveLength(1);
  expect(await verifyPassword({ hash: (await passwordOf(email)) ?? '', password: chosen[0] ?? '' })).toBe(true);
});

it('gives the link back with what the mail server said, where the mail does not go', async () => {
  transport = { ...transport, send: async () => ({ kind: 'surely-not', error: '550 no such person', again: false }) };
  const { mailError, token } = await invite();
  expect(mailError).toBe('550 no such person');
  expect(await findPasswordLink({ context, token })).toBeDefined();
});

it('ends an invitation after seven days, and earlier links with a newer one', async () => {
  const { id, token } = await invite();
  clock.advance((7 * 24 * 60 * 60 * 1_000 - 1) as Parameters<typeof clock.advance>[0]);
  expect(await findPasswordLink({ context, token })).toBeDefined();
  const newer = await sendPasswordLink({ context, input: { id }, transport });
  expect(await findPasswordLink({ context, token })).toBeUndefined();
  expect(newer.mailError).toBeNull();
});

it('invites anew who has not answered yet, and speaks of a new password only to who has one', async () => {
  const { id, token } = await invite();
  await sendPasswordLink({ context, input: { id }, transport });
  await choosePassword({ context, input: { token: tokenIn(sent.at(-1)?.text), password: 'correct horse' } });
  await sendPasswordLink({ context, input: { id }, transport });
  expect(token).not.toBe(tokenIn(sent[1]?.text));
  const [first, second, third] = sent.map(({ subject }) => subject);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

function tokenIn(text = ''): string {
  return /token=([\w-]+)/.exec(text)?.[1] ?? '';
}

it('signs the person out everywhere once the new password is chosen, not before', async () => {
  const { id, token } = await invite();
  await choosePassword({ context, input: { token, password: 'correct horse' } });
  const open = { userId: id, token: crypto.randomUUID(), expiresAt: new Date('2027-01-01') };
  await context.database.insert(session).values(open);
  const { link } = await sendPasswordLink({ context, input: { id }, transport });
  const sessions = () => context.database.select().from(session).where(eq(session.userId, id));
  expect(await sessions()).toHaveLength(1);
  const next = new URL(link).searchParams.get('token') ?? '';
  await choosePassword({ context, input: { token: next, password: 'a new horse' } });
  expect(await sessions()).toHaveLength(0);
});

it('lets nobody in who was deactivated meanwhile', async () => {
  const { id, token } = await invite();
  await context.database.update(user).set({ banned: true }).where(eq(user.id, id));
  await expect(choosePassword({ context, input: { token, password: 'correct horse' } })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await expect(sendPasswordLink({ context, input: { id }, transport })).rejects.toMatchObject({ kind: 'not-found' });
});
