import rateLimit from '@fastify/rate-limit';
import { registerV1 } from '@sodate/api/public/v1';
import { event } from '@sodate/database/schema/event';
import { lead } from '@sodate/database/schema/lead';
import type { Context } from '@sodate/services/context';
import { createWriteKey } from '@sodate/services/write-key/create-write-key';
import { count, eq } from 'drizzle-orm';
import fc from 'fast-check';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../database.ts';
import { arbitraryJson, arbitraryText } from './arbitrary-json.ts';

let test: TestDatabase;
let context: Context;
let app: FastifyInstance;
let writeKey: string;

beforeAll(async () => {
  test = await createTestDatabase();
  context = testContext({ database: test.pool.database });
  app = Fastify();
  await app.register(rateLimit, { global: false });
  await registerV1({ app, context });
  writeKey = (await createWriteKey({ context, input: { name: 'CRM', kind: 'server', domains: [] } })).key;
});

afterAll(async () => {
  await app.close();
  await test.drop();
});

beforeEach(() => test.pool.sql`truncate event, visitor, lead, company, message_id, thing cascade`);

async function post({ path, payload, type = 'application/json' }: { path: string; payload: string; type?: string }) {
  const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  const headers = { 'content-type': type, authorization };
  const answer = await app.inject({ method: 'POST', url: path, payload, headers });
  return { status: answer.statusCode, body: answer.json() as { rejected?: unknown[]; message?: string } };
}

const good = { type: 'track', userId: 'good', event: 'Seminar Attended' };

/** All the places of a call, each with something hostile in it, or left out. */
function arbitraryCall(): fc.Arbitrary<object> {
  const any = arbitraryJson();
  const address = arbitraryText().map((text) => `https://a.example/${text}?utm_source=${text}&utm_term=%00`);
  const place = fc.record({ url: address, referrer: address, title: arbitraryText() }, { requiredKeys: [] });
  const traits = fc.record(
    { email: arbitraryText(), name: arbitraryText(), company: any, zone: any },
    { requiredKeys: [] },
  );
  const form = fc.record({ form: arbitraryText(), fields: traits, consents: fc.array(any, { maxLength: 2 }) });
  const id = fc.oneof(arbitraryText(), fc.constant('u-1'), any);
  return fc.record(
    {
      type: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom('page', 'screen', 'track', 'identify', 'group', 'alias') },
        any,
      ),
      anonymousId: id,
      userId: id,
      previousId: id,
      groupId: id,
      messageId: arbitraryText(),
      event: fc.oneof(fc.constant('Form Submitted'), arbitraryText()),
      name: arbitraryText(),
      timestamp: any,
      sentAt: any,
      properties: fc.oneof(place, form, any),
      traits: fc.oneof(traits, any),
      context: fc.oneof(fc.record({ page: place, campaign: any, click: arbitraryText(), userAgent: any }), any),
    },
    { requiredKeys: [] },
  );
}

it('takes the good event of a batch, whatever stands beside it', async () => {
  let sent = 0;
  const property = fc.asyncProperty(fc.array(arbitraryCall(), { minLength: 1, maxLength: 3 }), async (calls) => {
    sent += 1;
    const batch = [...calls, { ...good, messageId: `good-${sent}` }];
    const { status, body } = await post({ path: '/v1/batch', payload: JSON.stringify({ batch }) });
    expect(status, JSON.stringify(body)).toBe(200);
  });
  await fc.assert(property, { numRuns: 150 });
  const [stored] = await context.database
    .select({ events: count() })
    .from(event)
    .innerJoin(lead, eq(lead.userId, 'good'))
    .where(eq(event.name, 'custom'));
  expect(stored?.events).toBeGreaterThanOrEqual(sent);
});

describe('what PostgreSQL cannot keep', () => {
  it.each([
    ['NUL in an id', { ...good, userId: 'a\u0000b' }],
    ['NUL in a message id', { ...good, messageId: 'm\u0000' }],
    ['NUL in the name of an event', { ...good, event: 'a\u0000' }],
    ['half a character in a property', { ...good, properties: { note: 'x\ud800' } }],
    ['NUL in a path', { type: 'page', userId: 'u', properties: { url: 'https://a.example/%00' } }],
    [
      'NUL in a campaign',
      { type: 'page', anonymousId: 'u', properties: { url: 'https://a.example/?utm_source=%00x' } },
    ],
    [
      'NUL in the context',
      { type: 'page', anonymousId: 'v', context: { page: { url: 'https://a.example/\u0000', title: '\u0000' } } },
    ],
    [
      'a path too long for an index',
      { type: 'page', userId: 'u', properties: { url: `https://a.example/${arbitraryHan(1_900)}` } },
    ],
    [
      'a host too long for an index',
      { type: 'page', userId: 'u', properties: { url: `https://${scatter(1_900)}.example/` } },
    ],
    [
      'a form whose value is cut within a character',
      { ...good, event: 'Form Submitted', properties: { form: 'f', fields: { note: `${'x'.repeat(1_999)}😀` } } },
    ],
  ])('%s does not keep the event from being stored', async (_, call) => {
    const { status, body } = await post({ path: '/v1/batch', payload: JSON.stringify({ batch: [call] }) });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(await context.database.$count(event)).toBeGreaterThan(0);
  });
});

/** Han that no compression makes short. */
function arbitraryHan(length: number): string {
  return Array.from({ length }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7_919) % 20_000))).join('');
}

function scatter(length: number): string {
  return Array.from({ length }, (_, index) => ((index * 7_919 + ((index * index) % 97)) % 36).toString(36)).join('');
}

it.each([
  { what: 'nothing', payload: '', expected: 400 },
  { what: 'null', payload: 'null', expected: 400 },
  { what: 'a list', payload: '[]', expected: 400 },
  { what: 'half a JSON', payload: '{"batch":[', expected: 400 },
  { what: 'a batch that is no list', payload: '{"batch":{"0":{}}}', expected: 400 },
  { what: '100,000 levels', payload: `{"batch":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, expected: 400 },
  { what: 'more than 500 kB', payload: JSON.stringify({ batch: ['x'.repeat(600_000)] }), expected: 413 },
])('$what is answered with the reason', async ({ payload, expected }) => {
  for (const type of ['application/json', 'text/plain', 'text/plain; charset=utf-8']) {
    const { status, body } = await post({ path: '/v1/batch', payload, type });
    expect(status).toBe(expected);
    expect(body.message ?? '').not.toBe('');
  }
});

it('takes an event whose names are those that every object has', async () => {
  const call =
    '{"type":"track","userId":"p","event":"x","properties":{"__proto__":{"admin":true},"constructor":{"prototype":1}}}';
  expect((await post({ path: '/v1/track', payload: call })).status).toBe(200);
  expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
});

it('stores a message once, though it comes twice in a batch and in many at a time', async () => {
  const call = { ...good, messageId: 'the-same' };
  const payload = JSON.stringify({ batch: [call, call] });
  const answers = await Promise.all(Array.from({ length: 8 }, () => post({ path: '/v1/batch', payload })));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect(await context.database.$count(event, eq(event.name, 'custom'))).toBe(1);
});
