import { gzipSync } from 'node:zlib';
import type { RootRouter } from '@sodate/api/procedures/root';
import { type RunningApi, startApi } from '@sodate/api/serve';
import { findFreePort } from '@sodate/cli/process/find-free-port';
import { createPerson } from '@sodate/services/person/create-person';
import { createWriteKey } from '@sodate/services/write-key/create-write-key';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../database.ts';
import { arbitraryJson, arbitraryText, hostileTexts } from './arbitrary-json.ts';

const person = { name: '水野 陽介', email: 'mizuno@sodate.test', password: 'tsubaki-22' };

let test: TestDatabase;
let api: RunningApi;
let writeKey: string;

beforeAll(async () => {
  test = await createTestDatabase();
  const context = testContext({ database: test.pool.database });
  await createPerson({ context, input: { ...person, role: 'admin', language: 'ja' } });
  writeKey = (await createWriteKey({ context, input: { name: 'CRM', kind: 'server', domains: [] } })).key;
  await restart();
});

afterAll(async () => {
  await api?.close();
  await test?.drop();
});

/** Afresh, so that nobody has asked too often yet. */
async function restart(): Promise<void> {
  await api?.close();
  const port = await findFreePort();
  api = await startApi({
    config: {
      publicUrl: `http://127.0.0.1:${port}`,
      host: '127.0.0.1',
      port,
      databaseUrl: test.url,
      temporalAddress: '127.0.0.1:1',
      temporalNamespace: 'default',
      smtpUrl: 'smtp://127.0.0.1:1',
      demo: false,
      logLevel: 'silent',
    },
  });
}

function post(given: { path: string; body: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> }) {
  const { path, body, headers = {} } = given;
  const usual = { 'content-type': 'application/json', ...headers };
  return fetch(`${api.url}${path}`, { method: 'POST', body, headers: usual, redirect: 'manual' });
}

async function signIn(): Promise<string> {
  const answer = await post({ path: '/auth/sign-in/email', body: JSON.stringify(person) });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function kindOfSession(cookie: string): Promise<string> {
  const links = [httpBatchLink({ url: `${api.url}/trpc`, headers: { cookie } })];
  return (await createTRPCClient<RootRouter>({ links }).session.read.query()).kind;
}

describe('/auth', () => {
  const paths = ['/auth/sign-in/email', '/auth/sign-out', '/auth/change-password'];
  const { email, password } = person;

  it.each([
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a word', '"x"'],
    ['half a JSON', '{"email":'],
    ['numbers', '{"email":1,"password":2}'],
    ['an operator in the place of a password', JSON.stringify({ email, password: { $ne: '' } })],
    ['a list of passwords', JSON.stringify({ email, password: [password] })],
    ['NUL in the address', JSON.stringify({ email: 'a\u0000@sodate.test', password })],
    ['NUL in the password', JSON.stringify({ email, password: '\u0000' })],
    ['half a character', JSON.stringify({ email: '\ud800@sodate.test', password: '\ud800' })],
    ['a password of 100 kB', JSON.stringify({ email, password: 'x'.repeat(100_000) })],
    ['an address of 100 kB', JSON.stringify({ email: `${'x'.repeat(100_000)}@sodate.test`, password })],
    ['names that every object has', '{"__proto__":{"email":"x"},"constructor":1}'],
  ])('refuses %s', async (...[, body]) => {
    await restart();
    for (const path of paths) {
      const answer = await post({ path, body });
      if (path.endsWith('sign-out')) expect(answer.status, path).toBeLessThan(500);
      else expect([400, 401, 403, 413, 415, 422], `${path}: ${await answer.text()}`).toContain(answer.status);
    }
  });

  it('is not upset by what no cookie, query or form of ours can hold', async () => {
    await restart();
    for (const text of hostileTexts.map((one) => encodeURIComponentSafely(one).slice(0, 2_000))) {
      const cookie = `sodate.session_token=${text}; sodate.session_data=${text}`;
      expect(await kindOfSession(cookie)).toBe('signed-out');
    }
    for (const query of [
      '',
      '?token=',
      '?token=%00',
      '?token=a&token=b',
      `?token=${'x'.repeat(5_000)}`,
      '?token[$ne]=',
    ]) {
      for (const path of ['/auth-link', '/auth/link', '/auth/get-session']) {
        const answer = await fetch(`${api.url}${path}${query}`, { redirect: 'manual' });
        expect(answer.status, `${path}${query}`).toBeLessThan(500);
        expect(answer.headers.getSetCookie().filter((line) => /session_token=[^;]/.test(line))).toEqual([]);
      }
    }
  });

  it('sends nobody on to another site', async () => {
    await restart();
    const body = JSON.stringify({ ...person, callbackURL: 'https://evil.example/' });
    const answer = await post({ path: '/auth/sign-in/email', body });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('location')).toBeNull();
    expect(await answer.text()).not.toContain('evil.example');
  });

  it('does not tell whether an address is known', async () => {
    await restart();
    const tell = async (given: { email: string; password: string }) => {
      const answer = await post({ path: '/auth/sign-in/email', body: JSON.stringify(given) });
      return `${answer.status} ${await answer.text()}`;
    };
    const known = await tell({ email, password: 'wrong-one' });
    expect(known).toMatch(/^401 /);
    expect(await tell({ email: 'nobody@sodate.test', password: 'wrong-one' })).toBe(known);
  });

  it('stops guessing after a minute\u2019s worth of tries, whatever address the guesser claims', async () => {
    await restart();
    const ask = (index: number, body: object) => {
      const headers = { 'x-forwarded-for': `203.0.113.${index}` };
      return post({ path: '/auth/sign-in/email', body: JSON.stringify(body), headers });
    };
    const statuses = [];
    for (let index = 0; index < 60; index++) statuses.push((await ask(index, {})).status);
    expect(new Set(statuses)).toEqual(new Set([400]));
    expect((await ask(61, { email, password })).status).toBe(429);
    await restart();
  });
});

describe('a share link', () => {
  it('is not to be guessed: 300 questions a minute from one address, however they are bundled', async () => {
    await restart();
    const bundle = 20;
    const questions = Array.from({ length: bundle }, (_, index) => [index, { token: `guess-${index}` }]);
    const names = questions.map(() => 'shares.open').join(',');
    const input = encodeURIComponent(JSON.stringify(Object.fromEntries(questions)));
    const ask = () => fetch(`${api.url}/trpc/${names}?batch=1&input=${input}`);
    for (let asked = 0; asked < 300; asked += bundle) expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
    await restart();
  });
});

/** Half a character has no place in an address. */
function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

describe('a page of another site', () => {
  const foreign = ['https://evil.example', 'null', 'http://127.0.0.1.evil.example', 'http://127.0.0.1:1'];

  it.each(foreign)('changes nothing, as %s, with the cookie of one of our people', async (origin) => {
    const cookie = await signIn();
    expect(await kindOfSession(cookie)).toBe('signed-in');
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
      const headers = { origin, cookie, 'content-type': type };
      for (const path of [
        '/trpc/people.updateOwn',
        '/trpc/seed.add?batch=1',
        '/auth/sign-out',
        '/auth/change-password',
      ])
        expect((await post({ path, body: '{}', headers })).status, path).toBe(403);
    }
    expect(await kindOfSession(cookie)).toBe('signed-in');
  });

  it.each(foreign)('reads nothing, as %s, and opens no stream', async (origin) => {
    const cookie = await signIn();
    for (const path of [
      '/trpc/session.read',
      '/trpc/people.list?input=%7B%7D',
      '/trpc/journeys.watchDraft?input=%7B%7D',
    ]) {
      const answer = await fetch(`${api.url}${path}`, { headers: { origin, cookie, accept: 'text/event-stream' } });
      expect(answer.status, path).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('changes nothing by an address alone', async () => {
    const cookie = await signIn();
    const answer = await fetch(`${api.url}/trpc/people.updateOwn?input=%7B%22name%22%3A%22X%22%7D`, {
      headers: { cookie },
    });
    expect(answer.status).toBe(405);
  });

  it('is sent no cookie with what it has posted', async () => {
    const answer = await post({ path: '/auth/sign-in/email', body: JSON.stringify(person) });
    const cookies = answer.headers.getSetCookie();
    expect(cookies).not.toEqual([]);
    for (const line of cookies) expect(line).toMatch(/HttpOnly.*SameSite=(Lax|Strict)/i);
  });
});

describe('a compressed body', () => {
  const bomb = new Uint8Array(gzipSync(Buffer.alloc(300 * 1024 * 1024, '[')));
  const small = new Uint8Array(gzipSync('{"batch":[]}'));

  it.each(['gzip', 'deflate', 'br', 'x-gzip, gzip'])(
    'as %s is refused in words, and never unpacked',
    async (encoding) => {
      const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
      for (const body of [bomb, small]) {
        const before = process.memoryUsage.rss();
        const answer = await post({
          path: '/v1/batch',
          body,
          headers: { authorization, 'content-encoding': encoding },
        });
        expect(answer.status).toBe(415);
        expect(await answer.text()).toContain('content-encoding');
        expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
      }
    },
  );

  it('is refused by everything else too', async () => {
    for (const path of ['/trpc/session.setUp', '/auth/sign-in/email', '/m/u/x'])
      expect((await post({ path, body: bomb, headers: { 'content-encoding': 'gzip' } })).status, path).toBe(415);
  });
});

describe('the addresses in mails', () => {
  const places = ['/m/o/', '/m/c/', '/m/u/'] as const;

  async function ask(given: { path: string; method: string; body?: string }): Promise<Response> {
    const { path, method, body } = given;
    return fetch(`${api.url}${path}`, { method, redirect: 'manual', ...(body === undefined ? {} : { body }) });
  }

  it('open nothing for a token that is not ours, whatever it holds', async () => {
    const token = fc.oneof(
      arbitraryText(),
      arbitraryJson().map((json) => Buffer.from(JSON.stringify(json)).toString('base64url')),
    );
    const property = fc.asyncProperty(
      token,
      fc.constantFrom(...places),
      fc.constantFrom('GET', 'HEAD', 'POST'),
      async (...given) => {
        const [text, place, method] = given;
        const path = `${place}${encodeURIComponentSafely(text).slice(0, 4_000)}${place === '/m/o/' ? '.gif' : ''}`;
        const answer = await ask({ path, method, ...(method === 'POST' ? { body: text } : {}) });
        expect([400, 404, 413, 414], `${method} ${path}`).toContain(answer.status);
        expect(answer.headers.get('location')).toBeNull();
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });

  it('lead nowhere but where the mail led', async () => {
    for (const path of [
      '/m/c/https://evil.example/',
      '/m/c/%2F%2Fevil.example',
      '/m/c/x?url=https://evil.example',
      '/m/c/..%2f..%2fhealthz',
    ]) {
      const answer = await ask({ path, method: 'GET' });
      expect(answer.status, path).toBe(404);
      expect(answer.headers.get('location')).toBeNull();
    }
  });
});
