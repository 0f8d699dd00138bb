import { findFreePort } from '@sodate/cli/process/find-free-port';
import type { Config } from '@sodate/services/config/config';
import { createPerson } from '@sodate/services/person/create-person';
import { createSignInToken } from '@sodate/services/person/create-sign-in-token';
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../test/database.ts';
import type { RootRouter } from './procedures/root.ts';
import { type RunningApi, startApi } from './serve.ts';

const admin = { name: '森田 あかり', email: 'akari@sodate.test', password: 'kinmokusei-1' };
const setUp = { ...admin, language: 'ja', zone: 'Asia/Tokyo', organisation: 'アオバリンク' } as const;

let database: TestDatabase;
let api: RunningApi;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const port = await findFreePort();
  url = `http://127.0.0.1:${port}`;
  const config: Config = {
    publicUrl: url,
    host: '127.0.0.1',
    port,
    databaseUrl: database.url,
    temporalAddress: '127.0.0.1:1',
    temporalNamespace: 'default',
    smtpUrl: 'smtp://127.0.0.1:1',
    demo: false,
    logLevel: 'silent',
  };
  api = await startApi({ config });
});

afterAll(async () => {
  await api.close();
  await database.drop();
});

function client(cookie = '') {
  return createTRPCClient<RootRouter>({ links: [httpBatchLink({ url: `${url}/trpc`, headers: { cookie } })] });
}

function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

function signIn({ email, password, origin = url }: { email: string; password: string; origin?: string }) {
  return fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password }),
  });
}

async function openLink({ forwarded = false }: { forwarded?: boolean } = {}) {
  const token = await createSignInToken({ context: testContext({ database: database.pool.database }) });
  const headers: Record<string, string> = forwarded ? { 'x-forwarded-for': '203.0.113.7' } : {};
  const answer = await fetch(`${url}/auth-link?token=${token}`, { redirect: 'manual', headers });
  return { token, location: answer.headers.get('location') ?? '' };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'OK';
  } catch (error) {
    return error instanceof TRPCClientError ? error.data.code : String(error);
  }
}

describe('a fresh installation', () => {
  it('is set up by the one-time link, once, and never without it', async () => {
    expect(await client().session.read.query()).toEqual({ kind: 'not-set-up' });
    expect(await codeOf(client().session.setUp.mutate({ ...setUp, token: 'guessed' }))).toBe('FORBIDDEN');

    const { token, location } = await openLink();
    expect(location).toBe(`/set-up?token=${token}`);
    await client().session.setUp.mutate({ ...setUp, token });

    expect(await client().session.read.query()).toEqual({ kind: 'signed-out' });
    expect(await codeOf(client().session.setUp.mutate({ ...setUp, token }))).toBe('FORBIDDEN');
  });

  it('has a sender, score rules, mails and keys after set-up', async () => {
    const cookie = cookieOf(await signIn(admin));
    const organisation = await client(cookie).organisation.read.query();
    expect(organisation).toMatchObject({ name: 'アオバリンク', sender: { email: admin.email } });
    expect((await client(cookie).scores.rules.query()).rules.length).toBeGreaterThan(0);
    expect((await client(cookie).writeKeys.list.query({})).rows.length).toBeGreaterThan(0);
  });
});

describe('signing in', () => {
  it('gives a session that signing out ends', async () => {
    const cookie = cookieOf(await signIn(admin));
    expect(await client(cookie).session.read.query()).toMatchObject({ kind: 'signed-in', person: { role: 'admin' } });

    const headers = { cookie, origin: url, 'content-type': 'application/json' };
    await fetch(`${url}/auth/sign-out`, { method: 'POST', headers, body: '{}' });
    expect(await client(cookie).session.read.query()).toEqual({ kind: 'signed-out' });
  });

  it('refuses a wrong password, and a request from another site', async () => {
    expect((await signIn({ ...admin, password: 'wrong-one' })).status).toBe(401);
    expect((await signIn({ ...admin, origin: 'https://evil.example' })).status).toBe(403);
  });

  it('works by the one-time link for the first admin, and only once', async () => {
    const { token, location } = await openLink();
    expect(location).toBe(`/auth/link?token=${token}`);
    const answer = await fetch(url + location, { redirect: 'manual' });
    expect(await client(cookieOf(answer)).session.read.query()).toMatchObject({ kind: 'signed-in' });

    const again = await fetch(url + location, { redirect: 'manual' });
    expect(again.headers.get('location')).toContain('/sign-in?link=over');
    expect(cookieOf(again)).toBe('');
  });

  it('does not work by a link that a proxy has passed on', async () => {
    expect((await openLink({ forwarded: true })).location).toBe('/sign-in?link=elsewhere');
  });

  it('offers nobody a way to sign up or to change roles', async () => {
    for (const path of ['sign-up/email', 'admin/set-role', 'update-user', 'delete-user']) {
      const answer = await fetch(`${url}/auth/${path}`, { method: 'POST', headers: { origin: url }, body: '{}' });
      expect(answer.status, path).toBe(404);
    }
  });
});

describe('a person', () => {
  const rep = { name: '水野 陽介', email: 'mizuno@sodate.test', password: 'tsubaki-22' };

  it('may do what the role allows, and what a new role allows at once', async () => {
    const context = testContext({ database: database.pool.database });
    const { id } = await createPerson({ context, input: { ...rep, role: 'sales-rep', language: 'ja' } });
    const cookie = cookieOf(await signIn(rep));
    expect(await codeOf(client(cookie).people.list.query({}))).toBe('OK');
    expect(await codeOf(client(cookie).organisation.update.mutate({ name: 'X' }))).toBe('FORBIDDEN');
    expect(await codeOf(client().people.list.query({}))).toBe('UNAUTHORIZED');

    const asAdmin = client(cookieOf(await signIn(admin)));
    await asAdmin.people.update.mutate({ id, role: 'marketer' });
    expect(await codeOf(client(cookie).organisation.update.mutate({ name: 'アオバリンク' }))).toBe('OK');
  });

  it('is signed out at once when deactivated, and cannot come back', async () => {
    const cookie = cookieOf(await signIn(rep));
    const asAdmin = client(cookieOf(await signIn(admin)));
    const person = (await asAdmin.people.list.query({ search: rep.email })).rows[0];
    if (person === undefined) throw new Error('the rep is missing');

    await asAdmin.people.deactivate.mutate({ id: person.id, to: { kind: 'nobody' } });
    expect(await codeOf(client(cookie).people.list.query({}))).toBe('UNAUTHORIZED');
    expect((await signIn(rep)).ok).toBe(false);
  });

  it('cannot be the last admin and lose the role', async () => {
    const asAdmin = client(cookieOf(await signIn(admin)));
    const self = (await asAdmin.people.list.query({ search: admin.email })).rows[0];
    if (self === undefined) throw new Error('the admin is missing');
    expect(await codeOf(asAdmin.people.update.mutate({ id: self.id, role: 'viewer' }))).toBe('CONFLICT');
    expect(await codeOf(asAdmin.people.deactivate.mutate({ id: self.id, to: { kind: 'nobody' } }))).toBe('CONFLICT');
    expect(await client(cookieOf(await signIn(admin))).session.read.query()).toMatchObject({
      person: { role: 'admin' },
    });
  });
});

describe('the API', () => {
  it('says which part is missing', async () => {
    const answer = await fetch(`${url}/healthz`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      ok: false,
      parts: { database: { ok: true }, temporal: { ok: false }, worker: { ok: false } },
    });
  });

  it('takes no change from a page of another site', async () => {
    const answer = await fetch(`${url}/trpc/people.updateOwn`, {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(403);
  });

  it('allows scripts of its own only', async () => {
    const rules = (await fetch(`${url}/healthz`)).headers.get('content-security-policy') ?? '';
    expect(rules).toContain("script-src 'self'");
    expect(rules).not.toMatch(/script-src[^;]*unsafe/);
  });
});

describe('/metrics', () => {
  it('tells this machine what the installation does, by OpenMetrics, and nothing of people', async () => {
    await fetch(`${url}/healthz`);
    const answer = await fetch(`${url}/metrics`);
    expect(answer.headers.get('content-type')).toContain('application/openmetrics-text');
    const text = await answer.text();
    expect(text).toMatch(/^sodate_http_request_seconds_count\{method="GET",route="\/healthz",status="503"\} \d+$/m);
    expect(text).toMatch(/^sodate_outbox_rows \d+$/m);
    expect(text).toMatch(/^sodate_claims_barred 0$/m);
    expect(text.endsWith('# EOF\n')).toBe(true);
    expect(text).not.toContain('@');
  });

  it('tells nobody else: a request that a proxy has passed on is refused', async () => {
    const answer = await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(answer.status).toBe(403);
  });
});
