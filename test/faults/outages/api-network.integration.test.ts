import type { RootRouter } from '@sodate/api/procedures/root';
import { type RunningApi, startApi } from '@sodate/api/serve';
import { findFreePort } from '@sodate/cli/process/find-free-port';
import { setUp } from '@sodate/services/organisation/set-up';
import { createSignInToken } from '@sodate/services/person/create-sign-in-token';
import { realTimings } from '@sodate/services/timings';
import { createTRPCClient, httpLink } from '@trpc/client';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../database.ts';
import { startNetwork, type TestNetwork } from './start-network.ts';

const admin = { name: '森田 あかり', email: 'akari@sodate.test', password: 'kinmokusei-1', language: 'ja' } as const;
const timings = { ...realTimings, databaseAskMs: 500, databaseAwayMs: 2_000 };
const connections = 20;
/** So many at once that each connection has somebody's question. */
const askers = 3 * connections;

let test: TestDatabase;
let network: TestNetwork;
let api: RunningApi;

beforeAll(async () => {
  test = await createTestDatabase();
  const context = testContext({ database: test.pool.database });
  const token = await createSignInToken({ context });
  await setUp({ context, input: { ...admin, token, zone: 'Asia/Tokyo', organisation: 'アオバ' } });
  const databaseUrl = new URL(test.url);
  network = await startNetwork({ to: Number(databaseUrl.port) });
  databaseUrl.port = String(network.port);
  const port = await findFreePort();
  api = await startApi({
    timings,
    config: {
      publicUrl: `http://127.0.0.1:${port}`,
      host: '127.0.0.1',
      port,
      databaseUrl: databaseUrl.href,
      temporalAddress: '127.0.0.1:1',
      temporalNamespace: 'default',
      smtpUrl: 'smtp://127.0.0.1:1',
      demo: false,
      logLevel: 'silent',
    },
  });
});

afterAll(async () => {
  await api?.close();
  await network?.close();
  await test?.drop();
});

async function signIn(): Promise<string> {
  const answer = await fetch(`${api.url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: admin.email, password: admin.password }),
    signal: AbortSignal.timeout(5_000),
  });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function kindOfSession(cookie: string): Promise<string> {
  const client = createTRPCClient<RootRouter>({ links: [httpLink({ url: `${api.url}/trpc`, headers: { cookie } })] });
  return (await client.session.read.query(undefined, { signal: AbortSignal.timeout(5_000) })).kind;
}

/** Opens all connections that the API may have. */
async function warmUp(cookie: string): Promise<void> {
  await vi.waitFor(
    async () => {
      await askAtOnce(cookie);
      const open = await test.pool.sql`
        select from pg_stat_activity where application_name = 'sodate-api' and datname = current_database()`;
      expect(open).toHaveLength(connections);
    },
    { timeout: 30_000 },
  );
}

function askAtOnce(cookie: string) {
  return Promise.allSettled(Array.from({ length: askers }, () => kindOfSession(cookie)));
}

it('answers again over new connections once the network has forgotten the old ones', async () => {
  const cookie = await signIn();
  await warmUp(cookie);
  network.lose();
  await askAtOnce(cookie);
  network.resume();
  await vi.waitFor(async () => expect(await kindOfSession(cookie)).toBe('signed-in'), { timeout: 20_000 });
  expect(await signIn()).not.toBe('');
});
