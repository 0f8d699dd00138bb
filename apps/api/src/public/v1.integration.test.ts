import rateLimit from '@fastify/rate-limit';
import { Analytics } from '@segment/analytics-node';
import { event } from '@sodate/database/schema/event';
import { lead } from '@sodate/database/schema/lead';
import type { Context } from '@sodate/services/context';
import { createWriteKey } from '@sodate/services/write-key/create-write-key';
import { demoKey, ensureDemoKey } from '@sodate/services/write-key/ensure-demo-key';
import { revokeWriteKey } from '@sodate/services/write-key/revoke-write-key';
import { asc } from 'drizzle-orm';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { registerV1 } from './v1.ts';

let test: TestDatabase;
let context: Context;
let app: FastifyInstance;
let serverKey: string;

beforeAll(async () => {
  test = await createTestDatabase();
  context = testContext({ database: test.pool.database });
});
afterAll(() => test.drop());

beforeEach(async () => {
  await test.pool.sql`truncate event, visitor, lead, company, message_id, write_key cascade`;
  app = Fastify();
  await app.register(rateLimit, { global: false });
  await registerV1({ app, context, requestsPerMinute: { browser: 20, server: 100 }, wrongKeysPerMinute: 3 });
  await ensureDemoKey({ context });
  serverKey = (await createWriteKey({ context, input: { name: 'CRM', kind: 'server', domains: [] } })).key;
});
afterEach(() => app.close());

const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
const eventNames = async () =>
  (await context.database.select({ name: event.name }).from(event).orderBy(asc(event.id))).map(({ name }) => name);
const page = { type: 'page', anonymousId: 'a', properties: { url: 'https://aoba.example/' } };

async function post({ path, body, headers = {} }: { path: string; body: unknown; headers?: Record<string, string> }) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await app.inject({
    method: 'POST',
    url: path,
    body: text,
    headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0 Firefox/140.0', ...headers },
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}

describe('the public Node client, unchanged', () => {
  it('delivers all its calls', async () => {
    const host = await app.listen({ host: '127.0.0.1', port: 0 });
    const client = new Analytics({ writeKey: serverKey, host, flushAt: 20 });
    const failures: unknown[] = [];
    client.on('error', (failure) => failures.push(failure));
    client.identify({
      userId: 'u1',
      traits: { email: 'Sato@Aoba.example', name: '佐藤 花子', company: { name: 'あおば' } },
    });
    client.page({ userId: 'u1', name: '料金', properties: { url: 'https://aoba.example/price' } });
    client.track({ userId: 'u1', event: 'Seminar Attended', properties: { seminar: '11月' } });
    client.screen({ anonymousId: 'app-1', name: 'Home' });
    client.group({ userId: 'u1', groupId: 'g1', traits: { name: 'あおば' } });
    client.alias({ previousId: 'app-1', userId: 'u1' });
    await client.closeAndFlush();

    expect(failures).toEqual([]);
    const [found, ...others] = await context.database.select().from(lead);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ userId: 'u1', email: 'sato@aoba.example', name: '佐藤 花子' });
    expect((await eventNames()).sort()).toEqual([
      'custom',
      'custom',
      'lead-created',
      'page-viewed',
      'visitor-identified',
    ]);
  });
});

describe('browsers', () => {
  it('may send JSON as plain text with the key in the body, to short addresses', async () => {
    const headers = { 'content-type': 'text/plain;charset=UTF-8', origin: 'https://aoba.example' };
    const answer = await post({ path: '/v1/p', body: { ...page, writeKey: demoKey }, headers });
    expect(answer).toMatchObject({ status: 200, body: { success: true } });
    expect(answer.headers['access-control-allow-origin']).toBe('https://aoba.example');
    expect(await eventNames()).toEqual(['page-viewed']);
  });

  it('get an answer to their preflight', async () => {
    const answer = await app.inject({
      method: 'OPTIONS',
      url: '/v1/t',
      headers: { origin: 'https://aoba.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['access-control-allow-headers']).toContain('authorization');
  });

  it('are refused on sites that the key is not for', async () => {
    const { key } = await createWriteKey({
      context,
      input: { name: 'Site', kind: 'browser', domains: ['aoba.example'] },
    });
    const send = (origin: string) => post({ path: '/v1/p', body: { ...page, writeKey: key }, headers: { origin } });
    expect((await send('https://aoba.example')).status).toBe(200);
    expect(await send('https://other.example')).toMatchObject({ status: 403, body: { success: false } });
    expect(await eventNames()).toEqual(['page-viewed']);
  });
});

describe('what is refused', () => {
  it.each([
    { title: 'no key', headers: {} },
    { title: 'an unknown key', headers: { authorization: basic('nobody') } },
    { title: 'an empty key', headers: { authorization: basic('') } },
    { title: 'a bearer', headers: { authorization: 'Bearer demo' } },
  ])('$title', async ({ headers }) => {
    const answer = await post({ path: '/v1/page', body: page, headers });
    expect(answer).toMatchObject({
      status: 401,
      body: { success: false, text: { ja: expect.stringContaining('書き込みキー') } },
    });
  });

  it('a good key as bearer, with the way to send it', async () => {
    const answer = await post({ path: '/v1/page', body: page, headers: { authorization: `Bearer ${serverKey}` } });
    expect(answer).toMatchObject({
      status: 401,
      body: { message: expect.stringContaining('user name of Basic auth') },
    });
  });

  it.each([
    { method: 'POST', url: '/v1/tracks', status: 404, why: /Did you mean \/v1\/track\?.*\/v1\/identify/ },
    { method: 'POST', url: '/v1/nowhere?a=1', status: 404, why: /^There is no such address\. There are/ },
    { method: 'GET', url: '/v1/track', status: 405, why: /by POST/ },
  ] as const)('$method $url, naming what there is', async ({ method, url, status, why }) => {
    const answer = await app.inject({ method, url });
    expect(answer.statusCode).toBe(status);
    const text = { ja: expect.stringContaining('POST'), en: expect.any(String) };
    expect(answer.json()).toMatchObject({ success: false, message: expect.stringMatching(why), text });
  });

  it('a revoked key, at once', async () => {
    const made = await createWriteKey({ context, input: { name: 'Old', kind: 'server', domains: [] } });
    await revokeWriteKey({ context, input: { id: made.id } });
    expect((await post({ path: '/v1/page', body: page, headers: { authorization: basic(made.key) } })).status).toBe(
      401,
    );
  });

  it.each([
    { title: 'a body that is not JSON', body: '{"type":' },
    { title: 'an array', body: [page] },
    { title: 'a text', body: '"page"' },
    { title: 'nothing', body: 'null' },
    { title: 'a batch that is no list', body: { batch: {} }, path: '/v1/batch' },
    { title: 'a single malformed event', body: { type: 'page' } },
  ])('$title: 400', async ({ body, path = '/v1/page' }) => {
    const answer = await post({ path, body, headers: { authorization: basic(serverKey) } });
    expect(answer).toMatchObject({ status: 400, body: { success: false, message: expect.any(String) } });
    expect(await eventNames()).toEqual([]);
  });

  it('more than 500 KB: 413', async () => {
    const body = { batch: [{ ...page, properties: { note: 'x'.repeat(501 * 1024) } }] };
    const answer = await post({ path: '/v1/batch', body, headers: { authorization: basic(serverKey) } });
    expect(answer).toMatchObject({ status: 413, body: { success: false } });
  });

  it('a flood: 429, saying when to come again', async () => {
    const send = () => post({ path: '/v1/p', body: { type: 'page', writeKey: demoKey } });
    const answers = await Promise.all(Array.from({ length: 21 }, send));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('one unknown key after the other: 429 from then on, without a question to the database; a good key goes on', async () => {
    const sendAs = (key: string) => post({ path: '/v1/p', body: page, headers: { authorization: basic(key) } });
    expect((await sendAs(serverKey)).status).toBe(200);
    for (const number of [1, 2, 3]) expect((await sendAs(`guess-${number}`)).status).toBe(401);
    const asked = vi.spyOn(context.database, 'select');
    const refused = await sendAs('guess-4');
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
    expect(refused).toMatchObject({ status: 429, body: { text: { ja: expect.stringContaining('多すぎます') } } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await sendAs(serverKey)).status).toBe(200);
  });
});

it.each([{ type: 'application/x-www-form-urlencoded' }, { type: 'application/octet-stream' }, { type: undefined }])(
  'reads JSON whose header is $type, and names the header where it is none',
  async ({ type }) => {
    const send = (body: string) =>
      app.inject({
        method: 'POST',
        url: '/v1/identify',
        body,
        headers: { authorization: basic(serverKey), ...(type === undefined ? {} : { 'content-type': type }) },
      });
    const read = await send(JSON.stringify({ userId: 'u1', traits: { email: 'sato@aoba.example' } }));
    expect({ status: read.statusCode, ...read.json() }).toEqual({ status: 200, success: true });
    const unread = await send('userId=u1');
    expect(unread.statusCode).toBe(400);
    expect(unread.json()).toMatchObject({
      message: expect.stringMatching(/^The body is not JSON\..* JSON is expected\.$/),
      text: { ja: expect.stringContaining(`ヘッダーは ${type ?? 'なし'} でした`) },
    });
    const none = await send('');
    expect(none.statusCode).toBe(400);
    // No bracket is to be looked for where there is nothing.
    expect(none.json()).toMatchObject({ message: expect.stringContaining('JSON object') });
  },
);

describe('an address that is none', () => {
  const identify = { userId: 'u1', traits: { email: 'not-a-mail' } };

  it('is refused from a system, by its name, and makes nobody', async () => {
    const answer = await post({ path: '/v1/identify', body: identify, headers: { authorization: basic(serverKey) } });
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining('traits.email') } });
    expect(await context.database.$count(lead)).toBe(0);
    const batch = [{ type: 'identify', ...identify }, page];
    const some = await post({ path: '/v1/batch', body: { batch }, headers: { authorization: basic(serverKey) } });
    expect(some).toMatchObject({ status: 200, body: { success: true, rejected: [{ index: 0 }] } });
  });

  it('is passed over from a browser, and makes nobody that has no name either', async () => {
    const body = { ...identify, anonymousId: 'a', writeKey: demoKey };
    expect((await post({ path: '/v1/identify', body })).status).toBe(200);
    expect(await context.database.$count(lead)).toBe(0);
    const named = { ...body, traits: { ...identify.traits, name: '佐藤 花子' } };
    expect((await post({ path: '/v1/identify', body: named })).status).toBe(200);
    expect(await context.database.select().from(lead)).toMatchObject([{ name: '佐藤 花子', email: null }]);
  });
});

it('makes a lead of a userId that nobody has yet, whom the address joins later', async () => {
  const headers = { authorization: basic(serverKey) };
  await post({ path: '/v1/track', body: { userId: 'crm-17', event: 'Webinar Attended' }, headers });
  const found = await context.database.select().from(lead);
  expect(found).toMatchObject([{ userId: 'crm-17', name: '', email: null }]);
  const traits = { email: 'hanako@test.example', name: '山田 花子' };
  await post({ path: '/v1/identify', body: { userId: 'crm-17', traits }, headers });
  expect(await context.database.select().from(lead)).toMatchObject([{ ...traits, id: found[0]?.id }]);
});

it('keeps the good events of a batch and names the others', async () => {
  const batch = [page, { type: 'buy', userId: 'u' }, { ...page, properties: { note: 'x'.repeat(40_000) } }];
  const answer = await post({ path: '/v1/batch', body: { batch }, headers: { authorization: basic(serverKey) } });
  expect(answer).toMatchObject({ status: 200, body: { success: true, rejected: [{ index: 1 }, { index: 2 }] } });
  expect(await eventNames()).toEqual(['page-viewed']);
});

it('takes an event with a key that nobody reads, and says so beside', async () => {
  const body = { userId: 'u1', event: 'Tried', propertys: { a: 1 } };
  const answer = await post({ path: '/v1/track', body, headers: { authorization: basic(serverKey) } });
  const reason = { ja: expect.stringContaining('properties'), en: expect.stringContaining('properties') };
  expect(answer).toMatchObject({ status: 200, body: { success: true, warnings: [{ index: 0, reason }] } });
});
