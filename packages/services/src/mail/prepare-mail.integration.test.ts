import { effect } from '@sodate/database/schema/enrollment';
import { company, consent, lead, suppression } from '@sodate/database/schema/lead';
import { mailVersion, sentMail } from '@sodate/database/schema/mail';
import { organisation } from '@sodate/database/schema/organisation';
import { asInstant, parseInstant, plus } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { listWithheldMailsOf } from '../handoff/list-withheld-mails-of.ts';
import { readTimeline } from '../lead/read-timeline.ts';
import { createMail } from './create-mail.ts';
import { type MailWorld, makeEffect, makeLead, makeWorld, writtenBody } from './mail-world.ts';
import { prepareMail } from './prepare-mail.ts';

// Thu 19 Nov 2026, 14:32 in Tokyo.
const now = parseInstant('2026-11-19T05:32:00Z');

let database: TestDatabase;
let context: Context;
let world: MailWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database });
});

afterAll(() => database.drop());

beforeEach(async () => {
  await database.pool.sql`truncate organisation, mail, lead, company, journey, suppression cascade`;
  world = await makeWorld({ context });
});

async function changeLead(values: Partial<typeof lead.$inferInsert>): Promise<void> {
  await context.database.update(lead).set(values).where(eq(lead.id, world.lead));
}

async function withdraw(given = false): Promise<void> {
  await context.database
    .insert(consent)
    .values({ leadId: world.lead, topic: 'marketing', given, wording: '', source: 'test' });
}

describe('a mail to a lead who may get it', () => {
  it('is addressed, filled in, and carries the way out', async () => {
    const [hoshikawa] = await context.database
      .insert(company)
      .values({ name: '星川食品', nameKey: '星川食品' })
      .returning();
    await changeLead({ companyId: hoshikawa?.id ?? null });
    const prepared = await prepareMail({ context, effect: world.effect, now });
    if (prepared.kind !== 'send') throw new Error(prepared.kind);
    const { message } = prepared;
    expect(message.to).toEqual({ name: '坂井 真理子', address: 'sakai@hoshikawa.example' });
    expect(message.from).toEqual({ name: 'あおば倉庫', address: 'hello@aoba.example' });
    expect(message.subject).toBe('坂井 真理子 様へ');
    expect(message.html).toContain('星川食品');
    expect(message.text).toContain('東京都中央区1-2-3');
    expect(message.headers).toEqual({
      'List-Unsubscribe': expect.stringMatching(/^<http:\/\/sodate\.test\/m\/u\/[\w-]{43}>$/),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(message.html).toMatch(/http:\/\/sodate\.test\/m\/c\/[\w-]{43}/);
    expect(message.html).toMatch(/http:\/\/sodate\.test\/m\/o\/[\w-]{43}\.gif/);
  });

  it('leaves a row behind, the same for every attempt', async () => {
    const first = await prepareMail({ context, effect: world.effect, now });
    await changeLead({ name: '坂井 まり子' });
    const second = await prepareMail({ context, effect: world.effect, now });
    if (first.kind !== 'send' || second.kind !== 'send') throw new Error('not prepared');
    expect(second.message.messageId).toBe(first.message.messageId);
    expect(second.message.headers).toEqual(first.message.headers);
    const rows = await context.database.select().from(sentMail);
    expect(rows).toEqual([
      expect.objectContaining({
        effectKey: world.effect.key,
        leadId: world.lead,
        mailId: world.mail,
        subject: '坂井 まり子 様へ',
        node: 'n_mail',
        visit: 1,
        sentAt: null,
        links: [{ number: 0, target: 'https://example.com/' }],
      }),
    ]);
  });

  it('speaks the language of the lead', async () => {
    await changeLead({ language: 'en' });
    const prepared = await prepareMail({ context, effect: world.effect, now });
    expect(prepared).toMatchObject({ kind: 'send', message: { text: expect.stringContaining('Unsubscribe <') } });
  });

  it('cannot be given a second header by a name', async () => {
    await changeLead({ name: 'x\r\nBcc: all@evil.example' });
    const prepared = await prepareMail({ context, effect: world.effect, now });
    expect(prepared).toMatchObject({
      kind: 'send',
      message: { to: { name: 'x Bcc: all@evil.example' }, subject: 'x Bcc: all@evil.example 様へ' },
    });
  });
});

describe('a mail to a lead who may not get it', () => {
  it.each([
    ['is erased', 'lead-erased', () => changeLead({ erasedAt: now, email: null })],
    ['has no address', 'no-address', () => changeLead({ email: null })],
    ['has bounced', 'bounced', () => changeLead({ bouncedAt: now })],
    [
      'is suppressed',
      'suppressed',
      () => context.database.insert(suppression).values({ email: 'sakai@hoshikawa.example', reason: 'complained' }),
    ],
    ['has unsubscribed', 'unsubscribed', () => withdraw()],
    ['never consented', 'no-consent', () => context.database.delete(consent)],
  ])('is not sent when the lead %s', async (...[, reason, make]) => {
    await make();
    expect(await prepareMail({ context, effect: world.effect, now })).toEqual({ kind: 'not-sent', reason });
    expect(await context.database.select().from(sentMail)).toEqual([]);
  });

  it('stands in the history of the lead once, with the journey and the reason', async () => {
    await withdraw();
    for (const _ of ['first look', 'second look']) await prepareMail({ context, effect: world.effect, now });
    const { rows } = await readTimeline({ context, input: { lead: world.lead, kind: 'mail', limit: 10 } });
    expect(rows).toEqual([
      expect.objectContaining({
        name: 'mail-withheld',
        outcome: 'unsubscribed',
        mail: expect.objectContaining({ id: world.mail }),
        journey: expect.objectContaining({ name: '資料請求' }),
        enrollment: world.effect.enrollmentId,
        sentMail: null,
      }),
    ]);
    expect(await listWithheldMailsOf({ context, lead: world.lead })).toMatchObject([
      { name: rows[0]?.mail?.name, reason: 'unsubscribed' },
    ]);
  });

  it('is sent again once the lead has consented anew', async () => {
    await withdraw();
    await withdraw(true);
    expect(await prepareMail({ context, effect: world.effect, now })).toMatchObject({ kind: 'send' });
  });
});

describe('a reply to what the lead asked for', () => {
  it('needs no consent and has no way out, but respects a suppression', async () => {
    const input = { name: '資料', kind: 'reply', subject: '資料をお送りします', body: writtenBody } as const;
    const { id } = await createMail({ context, input });
    const asked = await makeLead({ context, email: 'b@x.example', consented: null });
    const effectRow = await makeEffect({ context, mail: id, lead: asked });
    const prepared = await prepareMail({ context, effect: effectRow, now });
    expect(prepared).toMatchObject({ kind: 'send', message: { headers: {} } });
    await context.database.insert(suppression).values({ email: 'b@x.example', reason: 'by-hand' });
    expect(await prepareMail({ context, effect: effectRow, now })).toEqual({ kind: 'not-sent', reason: 'suppressed' });
  });
});

describe('quiet hours', () => {
  beforeEach(() => context.database.update(organisation).set({ quietHours: { from: '21:00', to: '08:00' } }));

  const lateInTokyo = parseInstant('2026-11-19T13:00:00Z');

  it('delay a mail to their end, on the clock of the lead', async () => {
    const prepared = await prepareMail({ context, effect: world.effect, now: lateInTokyo });
    expect(prepared).toEqual({ kind: 'later', at: parseInstant('2026-11-19T23:00:00Z') });
    await changeLead({ zone: 'Europe/London' });
    expect(await prepareMail({ context, effect: world.effect, now: lateInTokyo })).toMatchObject({ kind: 'send' });
  });

  it('go by the clock of the organisation where the zone of the lead is none', async () => {
    await changeLead({ zone: 'Mars/Olympus' });
    expect(await prepareMail({ context, effect: world.effect, now: lateInTokyo })).toMatchObject({ kind: 'later' });
  });

  it('do not hold up the mails of a test lead', async () => {
    await changeLead({ test: true });
    expect(await prepareMail({ context, effect: world.effect, now: lateInTokyo })).toMatchObject({ kind: 'send' });
  });
});

describe('the weekly cap', () => {
  beforeEach(() => context.database.update(organisation).set({ mailsPerWeek: 2 }));

  const hour = 3_600_000;

  async function earlierMail({
    hoursAgo,
    state,
  }: {
    hoursAgo: number;
    state: 'sent' | 'claimed' | 'ambiguous' | 'failed';
  }) {
    const row = await makeEffect({ context, mail: world.mail, lead: world.lead });
    await prepareMail({ context, effect: row, now: asInstant(now - hoursAgo * hour) });
    await context.database.update(effect).set({ state }).where(eq(effect.key, row.key));
  }

  it('counts what was sent, is being sent, or may have been sent, and waits until one of them is a week old', async () => {
    await earlierMail({ hoursAgo: 100, state: 'sent' });
    await earlierMail({ hoursAgo: 50, state: 'failed' });
    expect(await prepareMail({ context, effect: world.effect, now })).toMatchObject({ kind: 'send' });
    await context.database.update(organisation).set({ mailsPerWeek: null });
    await earlierMail({ hoursAgo: 30, state: 'ambiguous' });
    await context.database.update(organisation).set({ mailsPerWeek: 2 });
    expect(await prepareMail({ context, effect: world.effect, now })).toEqual({
      kind: 'later',
      at: plus(now, (7 * 24 - 100) * hour),
    });
  });

  it('does not count a further attempt of the same mail', async () => {
    await earlierMail({ hoursAgo: 10, state: 'sent' });
    await prepareMail({ context, effect: world.effect, now });
    await context.database.update(effect).set({ state: 'claimed' }).where(eq(effect.key, world.effect.key));
    expect(await prepareMail({ context, effect: world.effect, now })).toMatchObject({ kind: 'send' });
  });
});

describe('a mail that cannot be made', () => {
  it('fails with the reason where the pinned mail is gone', async () => {
    const orphan = { ...world.effect, node: 'n_other' as typeof world.effect.node };
    expect(await prepareMail({ context, effect: orphan, now })).toMatchObject({ kind: 'failed' });
  });

  it('fails with the reason where the data of this lead make its Liquid endless', async () => {
    const html = '{% for a in lead.attributes.list %}{% for b in (1..100000000) %}x{% endfor %}{% endfor %}';
    await context.database.update(mailVersion).set({ html });
    await changeLead({ attributes: { list: [1, 2, 3] } });
    expect(await prepareMail({ context, effect: world.effect, now })).toMatchObject({ kind: 'failed' });
  });
});

describe('a mail with a limit of its own', () => {
  const hourMs = 3_600_000;
  const limited = () => ({ ...world.effect, createdAt: now, config: { mail: world.mail, lateLimitMs: 2 * hourMs } });

  it('is sent while the limit is not over', async () => {
    expect(await prepareMail({ context, effect: limited(), now: plus(now, 2 * hourMs) })).toMatchObject({
      kind: 'send',
    });
  });

  it('is not sent once it is later than that', async () => {
    const prepared = await prepareMail({ context, effect: limited(), now: plus(now, 2 * hourMs + 1) });
    expect(prepared).toEqual({ kind: 'not-sent', reason: 'too-late' });
  });

  it('is given up at once where quiet hours would delay it beyond', async () => {
    await context.database.update(organisation).set({ quietHours: { from: '14:00', to: '18:00' } });
    expect(await prepareMail({ context, effect: limited(), now })).toEqual({ kind: 'not-sent', reason: 'too-late' });
    await context.database.update(organisation).set({ quietHours: { from: '14:00', to: '15:00' } });
    expect(await prepareMail({ context, effect: limited(), now })).toMatchObject({ kind: 'later' });
  });
});

it('fails where the postal address of the sender was emptied after publishing', async () => {
  await context.database
    .update(organisation)
    .set({ sender: { name: 'あおば倉庫', email: 'hello@aoba.example', postalAddress: '' } });
  expect(await prepareMail({ context, effect: world.effect, now })).toMatchObject({
    kind: 'failed',
    error: expect.stringContaining('住所'),
  });
});
