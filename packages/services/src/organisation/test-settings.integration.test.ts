import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMailTransport } from '@sodate/mail/transport/create-mail-transport';
import { startMisbehavingServer } from '@sodate/mail/transport/misbehaving-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { newLead } from '../../../../test/hosts/test-engine.ts';
import { newPerson, type Person } from '../../../../test/hosts/test-handoffs.ts';
import type { Context } from '../context.ts';
import { matchTestLeads } from '../lead/match-test-leads.ts';
import { proveInstallation } from './installation-proof.ts';
import { proofPath, testPublicUrl } from './test-public-url.ts';
import { testSender } from './test-sender.ts';

let db: TestDatabase;
let admin: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  admin = await newPerson({ database: db.pool.database, role: 'admin', name: '管理' });
});

afterAll(() => db.drop());

describe('the test of the sender', () => {
  const sender = { name: 'あおば', email: 'hello@aoba.test', postalAddress: '' };

  it('sends one mail to the person who asks, from the sender as it was given', async () => {
    const server = await startMisbehavingServer({});
    const transport = createMailTransport({ url: server.url });
    const tested = await testSender({ context: admin.context, input: { sender }, transport });
    expect(tested).toMatchObject({ sent: true, mend: null });
    expect(tested.to).toMatch(/@sales\.test$/);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toContain('hello@aoba.test');
    transport.close();
    await server.close();
  });

  it("gives the mail server's own words and what to do, where it refuses", async () => {
    const server = await startMisbehavingServer({ mail: { answer: '550 5.7.1 Sender not allowed' } });
    const transport = createMailTransport({ url: server.url });
    const tested = await testSender({ context: admin.context, input: { sender }, transport });
    expect(tested.sent).toBe(false);
    expect(tested.answer).toContain('550 5.7.1 Sender not allowed');
    expect(tested.mend?.en).toContain('refused');
    transport.close();
    await server.close();
  });
});

describe('the test of the public address', () => {
  let server: Server | undefined;

  afterEach(() => {
    server?.close();
  });

  async function serve(answer: (question: string, context: Context) => Promise<{ status: number; body: string }>) {
    const made = createServer(async (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
      const context = testContext({ database: db.pool.database });
      const { status, body } = await answer(
        pathname === proofPath ? (searchParams.get('question') ?? '') : '',
        context,
      );
      response.writeHead(status).end(body);
    });
    await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
    server = made;
    const { port } = made.address() as AddressInfo;
    return testContext({ database: db.pool.database, publicUrl: `http://127.0.0.1:${port}` });
  }

  it('knows itself, and says that a loopback address is for this machine only', async () => {
    const context = await serve(async (...[question, own]) => ({
      status: 200,
      body: await proveInstallation({ context: own, question }),
    }));
    const tested = await testPublicUrl({ context });
    expect(tested).toMatchObject({ ok: true, localOnly: true });
    expect(tested.mend?.en).toContain('PUBLIC_URL');
  });

  it.each([
    [200, 'hello', 'Something else answers'],
    [502, 'bad gateway', 'Something else answers'],
    [301, '', 'leads on to another address'],
  ])('tells a stranger (%s) from itself', async (...[status, body, words]) => {
    const context = await serve(async () => ({ status, body }));
    const tested = await testPublicUrl({ context });
    expect(tested.ok).toBe(false);
    expect(tested.mend?.en).toContain(words);
  });

  it('says so where nobody answers', async () => {
    const context = testContext({ database: db.pool.database, publicUrl: 'http://127.0.0.1:9' });
    expect(await testPublicUrl({ context })).toMatchObject({ ok: false });
  });
});

describe('the test of test leads', () => {
  it('finds whole addresses and whole domains, and no subdomains', async () => {
    const context = testContext({ database: db.pool.database });
    const made = ['akari@aoba.test', 'jun@aoba.test', 'mori@sub.aoba.test', 'sato@other.test'];
    for (const email of made) await newLead({ database: context.database, email });
    const match = async (...testAddresses: string[]) => {
      const { count, leads } = await matchTestLeads({ context, input: { testAddresses } });
      expect(count).toBe(leads.length);
      return leads.map(({ email }) => email).toSorted();
    };
    expect(await match('aoba.test')).toEqual(['akari@aoba.test', 'jun@aoba.test']);
    expect(await match('sato@other.test', 'sub.aoba.test')).toEqual(['mori@sub.aoba.test', 'sato@other.test']);
    expect(await match()).toEqual([]);
  });
});
