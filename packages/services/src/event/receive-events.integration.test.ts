import { event } from '@sodate/database/schema/event';
import { attributeDefinition, company, consent, lead, visitor } from '@sodate/database/schema/lead';
import { formatInstant } from '@sodate/journey/time/instant';
import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { createClickToken } from '../identity/click-token.ts';
import { findOrCreateLead } from '../identity/find-or-create-lead.ts';
import { internThings } from './intern-things.ts';
import { lockLeads } from './lock-leads.ts';
import { receiveEvents } from './receive-events.ts';

let test: TestDatabase;
let context: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  context = testContext({ database: test.pool.database });
});
afterAll(() => test.drop());

beforeEach(async () => {
  await test.pool.sql`truncate event, visitor, lead, company, consent, attribute_definition, message_id cascade`;
});

const browser = (...events: object[]) =>
  receiveEvents({
    context,
    events,
    writeKey: { kind: 'browser' },
    request: { userAgent: 'Mozilla/5.0 Firefox/140.0' },
  });
const server = (...events: object[]) =>
  receiveEvents({ context, events, writeKey: { kind: 'server' }, request: { userAgent: 'node' } });

const page = (anonymousId: string, path = '/') => ({
  type: 'page',
  anonymousId,
  properties: { url: `https://aoba.example${path}` },
});
const form = (anonymousId: string, fields: object) => ({
  type: 'track',
  event: 'Form Submitted',
  anonymousId,
  properties: { form: 'request', url: 'https://aoba.example/request', fields },
});

/** How many wait for a lock of another transaction. */
async function countWaiting(): Promise<number> {
  const [row] = await context.database.execute<{ count: number }>(
    sql`select count(*)::int as count from pg_locks where not granted`,
  );
  return row?.count ?? 0;
}

const leads = () => context.database.select().from(lead).orderBy(asc(lead.id));
const visitors = () => context.database.select().from(visitor).orderBy(asc(visitor.id));
const eventNames = async () =>
  (await context.database.select({ name: event.name }).from(event).orderBy(asc(event.id))).map(({ name }) => name);

/** Names of the events on browsers and rows of one lead, in stored order. */
async function eventsOf(email: string): Promise<string[]> {
  const rows = await context.database
    .select({ name: event.name })
    .from(event)
    .innerJoin(visitor, eq(visitor.id, event.visitorId))
    .innerJoin(lead, eq(lead.id, visitor.leadId))
    .where(eq(lead.email, email))
    .orderBy(asc(event.id));
  return rows.map(({ name }) => name);
}

describe('an unknown browser', () => {
  it('keeps its visits and how it came, and makes no lead', async () => {
    await browser({
      ...page('a', '/price?utm_source=ads'),
      context: { page: { referrer: 'https://www.google.com/?q=zaiko' } },
    });
    await browser(page('a', '/cases'));
    expect(await leads()).toEqual([]);
    const [row] = await visitors();
    expect(row?.firstTouch).toMatchObject({
      landingUrl: 'https://aoba.example/price?utm_source=ads',
      searchKeyword: 'zaiko',
      campaign: { source: 'ads' },
    });
    expect(await eventNames()).toEqual(['page-viewed', 'page-viewed']);
  });

  it('becomes a lead by a form, with its visits and its first touch', async () => {
    await browser(page('a', '/price'));
    await browser(form('a', { メールアドレス: 'Sato@Aoba.example', お名前: '佐藤 花子', 会社名: '株式会社あおば' }));
    const [row] = await leads();
    expect(row).toMatchObject({ email: 'sato@aoba.example', name: '佐藤 花子' });
    expect(row?.firstTouch?.landingUrl).toBe('https://aoba.example/price');
    expect(await eventsOf('sato@aoba.example')).toEqual([
      'page-viewed',
      'lead-created',
      'visitor-identified',
      'form-submitted',
    ]);
  });

  it('becomes known by the token of a mail link, once', async () => {
    const made = await findOrCreateLead({ context, email: 'a@b.example', traits: {}, trusted: true, origin: 'api' });
    if (made === undefined) throw new Error('no lead');
    const click = await createClickToken({ context, lead: made.lead });
    await browser({ ...page('a'), context: { click } });
    await browser({ ...page('b'), context: { click } });
    const known = (await visitors()).filter((row) => row.anonymousId !== null);
    expect(known.map((row) => row.leadId)).toEqual([made.lead, null]);
  });
});

describe('who is who', () => {
  it('takes the same address for the same lead, on another browser too', async () => {
    await browser(form('a', { email: 'sato@aoba.example', name: '佐藤' }));
    await browser(form('b', { email: 'ＳＡＴＯ@aoba.example' }));
    expect(await leads()).toHaveLength(1);
    const rows = (await visitors()).filter((row) => row.anonymousId !== null);
    expect(new Set(rows.map((row) => row.leadId)).size).toBe(1);
  });

  it('starts a new visitor when another person sends a form on the same browser', async () => {
    await browser(page('a', '/price'), form('a', { email: 'sato@aoba.example' }));
    await browser(form('a', { email: 'tanaka@aoba.example' }), page('a', '/thanks'));
    expect(await leads()).toHaveLength(2);
    expect(await eventsOf('sato@aoba.example')).not.toContain('attribute-changed');
    expect((await eventsOf('sato@aoba.example')).filter((name) => name === 'page-viewed')).toHaveLength(1);
    expect((await eventsOf('tanaka@aoba.example')).filter((name) => name === 'page-viewed')).toHaveLength(1);
  });

  it('knows a person by userId though the address changed', async () => {
    await server({ type: 'identify', userId: 'u1', traits: { email: 'old@aoba.example' } });
    await server({ type: 'identify', userId: 'u1', traits: { email: 'new@aoba.example' } });
    expect((await leads()).map(({ userId, email }) => [userId, email])).toEqual([['u1', 'new@aoba.example']]);
  });

  it('gives a lead known by address its userId when it logs in', async () => {
    await browser(form('a', { email: 'sato@aoba.example' }));
    await browser({ type: 'identify', anonymousId: 'a', userId: 'u1' });
    expect((await leads()).map(({ userId, email }) => [userId, email])).toEqual([['u1', 'sato@aoba.example']]);
  });

  it('never joins two known leads: the userId weighs more, the address stays with its owner', async () => {
    await server({ type: 'identify', userId: 'u1', traits: { email: 'one@aoba.example' } });
    await server({ type: 'identify', userId: 'u2', traits: { email: 'two@aoba.example' } });
    await server({ type: 'identify', userId: 'u1', traits: { email: 'two@aoba.example', title: '課長' } });
    expect((await leads()).map(({ userId, email, title }) => [userId, email, title])).toEqual([
      ['u1', 'one@aoba.example', '課長'],
      ['u2', 'two@aoba.example', null],
    ]);
  });

  it('takes a new userId with the address of another for a new person without address', async () => {
    await server({ type: 'identify', userId: 'u1', traits: { email: 'one@aoba.example' } });
    await server({ type: 'identify', userId: 'u2', traits: { email: 'one@aoba.example' } });
    expect((await leads()).map(({ userId, email }) => [userId, email])).toEqual([
      ['u1', 'one@aoba.example'],
      ['u2', null],
    ]);
  });

  it('joins a browser to a userId by alias', async () => {
    await browser(page('a', '/price'));
    await server({ type: 'identify', userId: 'u1', traits: { email: 'sato@aoba.example' } });
    await server({ type: 'alias', previousId: 'a', userId: 'u1' });
    expect(await eventsOf('sato@aoba.example')).toContain('page-viewed');
  });

  it('makes one lead of one address, however many forms arrive at once', async () => {
    const sends = ['a', 'b', 'c', 'd'].map((id) => browser(form(id, { email: 'sato@aoba.example', 会社名: 'あおば' })));
    await Promise.all(sends);
    expect(await leads()).toHaveLength(1);
    expect(await context.database.select().from(company)).toHaveLength(1);
    expect((await eventNames()).filter((name) => name === 'form-submitted')).toHaveLength(4);
  });
});

describe('what may be written', () => {
  it('waits for a lead without holding a page that others need', async () => {
    await server({ type: 'identify', userId: 'u1', traits: { email: 'sato@aoba.example' } });
    const [known] = await leads();
    if (known === undefined) throw new Error('no lead was made');
    const receiving = await context.database.transaction(async (holder) => {
      await lockLeads({ context: { ...context, database: holder }, leads: [known.id] });
      const sent = browser(page('a', '/new'), form('a', { email: 'sato@aoba.example' }));
      await expect.poll(countWaiting).toBe(1);
      await holder.execute(sql`set local lock_timeout = '200ms'`);
      const things = [{ kind: 'page' as const, key: 'aoba.example/new' }];
      const found = await internThings({ context: { ...context, database: holder }, things });
      expect(found.size).toBe(1);
      return { sent };
    });
    await receiving.sent;
    expect(await eventsOf('sato@aoba.example')).toContain('page-viewed');
  });

  it('lets a browser fill what is empty and nothing more', async () => {
    await browser(form('a', { email: 'sato@aoba.example', 役職: '課長', 会社名: '株式会社あおば' }));
    await browser(form('b', { email: 'sato@aoba.example', 役職: '社長', 部署: '購買部', 会社名: 'みどり' }));
    const [row] = await leads();
    expect(row).toMatchObject({ title: '課長', department: '購買部' });
    expect((await context.database.select().from(company)).map(({ name }) => name)).toEqual(['株式会社あおば']);
  });

  it('lets a server overwrite, and stores each change as an event', async () => {
    await server({ type: 'identify', userId: 'u1', traits: { title: '課長', company: 'あおば' } });
    await server({ type: 'identify', userId: 'u1', traits: { title: '部長', company: '(株)みどり' } });
    const rows = await context.database.select({ name: event.name, properties: event.properties }).from(event);
    const changed = rows
      .filter(({ name }) => name === 'attribute-changed')
      .map(({ properties }) => properties.attribute);
    expect(changed.sort()).toEqual(['company', 'title']);
    expect((await leads())[0]?.title).toBe('部長');
  });

  it('keeps own fields by their type, and no others', async () => {
    const title = { ja: '台数', en: 'Trucks' };
    await context.database.insert(attributeDefinition).values({ of: 'lead', name: 'trucks', kind: 'number', title });
    await browser(form('a', { email: 'sato@aoba.example', trucks: '1,200', colour: 'red' }));
    expect((await leads())[0]?.attributes).toEqual({ trucks: 1_200 });
  });

  it('finds the company by the domain of the address, unless the address is of a free provider', async () => {
    await browser(form('a', { email: 'sato@aoba.example', 会社名: '株式会社あおば' }));
    await browser(form('b', { email: 'tanaka@aoba.example' }), form('c', { email: 'suzuki@gmail.com' }));
    const [sato, tanaka, suzuki] = await leads();
    expect(tanaka?.companyId).toBe(sato?.companyId);
    expect(suzuki?.companyId).toBeNull();
  });

  it('records consent with its words and place before the form counts', async () => {
    const consents = [{ topic: 'marketing', wording: 'メールでのご案内を\n 受け取る' }];
    const sent = form('a', { email: 'sato@aoba.example' });
    await browser({ ...sent, properties: { ...sent.properties, consents } });
    const [row] = await context.database.select().from(consent);
    expect(row).toMatchObject({
      topic: 'marketing',
      given: true,
      wording: 'メールでのご案内を 受け取る',
      source: 'https://aoba.example/request',
    });
    expect((await eventNames()).slice(-2)).toEqual(['consent-given', 'form-submitted']);
  });
});

describe('repeats, robots and bad events', () => {
  it('stores a repeated message once, with all that hangs on it', async () => {
    const sent = { ...form('a', { email: 'sato@aoba.example' }), messageId: 'm-1' };
    await browser(sent, sent);
    await browser(sent);
    expect((await eventNames()).filter((name) => name === 'form-submitted')).toHaveLength(1);
    const anonymous = { ...page('z'), messageId: 'm-2' };
    await Promise.all([browser(anonymous), browser(anonymous)]);
    expect((await eventNames()).filter((name) => name === 'page-viewed')).toHaveLength(1);
  });

  it('does not let a repeat of an old identify undo a newer one', async () => {
    const old = { type: 'identify', messageId: 'm-1', userId: 'u1', traits: { title: '課長' } };
    await server(old);
    await server({ type: 'identify', messageId: 'm-2', userId: 'u1', traits: { title: '部長' } });
    await server(old);
    expect((await leads())[0]?.title).toBe('部長');
  });

  it('passes over robots, but not the server that speaks for people', async () => {
    const robot = { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' };
    const received = await receiveEvents({
      context,
      events: [page('a')],
      writeKey: { kind: 'browser' },
      request: robot,
    });
    expect(received).toEqual({ accepted: 1, robots: [robot.userAgent], rejected: [], ignored: [] });
    await server(page('b'));
    expect(await eventNames()).toEqual(['page-viewed']);
  });

  it('keeps the good events of a batch and says what is wrong with the others', async () => {
    const received = await browser(page('a'), { type: 'page' }, { ...page('a'), messageId: 'm', timestamp: 'soon' });
    expect(received.accepted).toBe(1);
    expect(received.rejected).toMatchObject([{ index: 1 }, { index: 2, messageId: 'm' }]);
    expect(await eventNames()).toEqual(['page-viewed']);
  });

  it('brings a future time back to the time of storing', async () => {
    await browser({ ...page('a'), timestamp: '2099-01-01T00:00:00Z' });
    const [row] = await context.database.select().from(event);
    expect(row && row.occurredAt <= row.storedAt, row && formatInstant(row.occurredAt)).toBe(true);
  });
});
