import { rootRouter } from '@sodate/api/procedures/root';
import { asId } from '@sodate/journey/id';
import { createMailTransport } from '@sodate/mail/transport/create-mail-transport';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { createPageAsker } from '@sodate/services/http/create-page-asker';
import { setUp } from '@sodate/services/organisation/set-up';
import { createSignInToken } from '@sodate/services/person/create-sign-in-token';
import { seedLeads } from '@sodate/services/seed/seed-leads';
import { TRPCError } from '@trpc/server';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase, testContext, testUser } from '../database.ts';
import { handOver, newPerson } from '../hosts/test-handoffs.ts';
import { arbitraryInput } from './arbitrary-input.ts';

interface Procedure {
  readonly _def: { readonly type: 'query' | 'mutation' | 'subscription'; readonly inputs: readonly z.ZodType[] };
}

// A stream ends when its reader goes; its input is that of a query.
const procedures = Object.entries(rootRouter._def.procedures as unknown as Readonly<Record<string, Procedure>>).filter(
  ([, { _def }]) => _def.type !== 'subscription',
);

const transport = createMailTransport({ url: 'smtp://127.0.0.1:1', poolSize: 1 });

/** 120 a procedure, from any start, found nothing more. */
const runs = 15;

let test: TestDatabase;
let ids: readonly string[];
let call: (request: { path: string; input: unknown }) => Promise<string>;

beforeAll(async () => {
  test = await createTestDatabase();
  const { database } = test.pool;
  const context = testContext({ database, nodeTypes: loadNodeTypes() });
  const token = await createSignInToken({ context });
  const person = { name: '森田', email: 'akari@sodate.test', password: 'kinmokusei-1', language: 'ja' } as const;
  const admin = await setUp({ context, input: { ...person, token, zone: 'Asia/Tokyo', organisation: 'アオバ' } });
  await seedLeads({ context, input: { leads: 20 } });
  await handOver({ database, to: await newPerson({ database, role: 'sales-rep', name: '水野' }), test: true });
  const actor = testUser({ id: asId(admin), role: 'admin' });
  const caller: unknown = rootRouter.createCaller({
    context: { ...context, actor },
    signedIn: true,
    mailing: { transport },
    askPage: createPageAsker({ own: [], limitMs: 200 }),
  });
  const api = rootRouter.createCaller({ context: { ...context, actor }, signedIn: true });
  await api.journeys.create({ name: 'シナリオ', template: 'document-request' });
  ids = await readIds();
  call = async ({ path, input }) => {
    const procedure = path.split('.').reduce((at, name) => (at as Record<string, unknown>)[name], caller);
    try {
      await (procedure as (given: unknown) => Promise<unknown>)(input);
      return 'OK';
    } catch (error) {
      if (!(error instanceof TRPCError)) return `${error}`;
      return error.code === 'INTERNAL_SERVER_ERROR' ? `${error.code}: ${describeCause(error)}` : error.code;
    }
  };
});

afterAll(async () => {
  transport.close();
  await test.drop();
});

/** Ids of one or two rows of every table, so that what is asked for is often there. */
async function readIds(): Promise<readonly string[]> {
  const { database } = test.pool;
  const tables = await database.execute<{ table_name: string }>(sql`
    select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'id' and c.data_type = 'uuid' and t.table_type = 'BASE TABLE'`);
  const found: string[] = [];
  for (const { table_name } of tables) {
    const rows = await database.execute<{ id: string }>(sql`select id from ${sql.identifier(table_name)} limit 2`);
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

function describeCause(error: TRPCError): string {
  const cause = error.cause?.cause instanceof Error ? error.cause.cause : error.cause;
  return `${cause?.message ?? error.message}`;
}

describe('whatever is sent to it', () => {
  it.each(procedures)('%s answers, or says what is wrong with it', async (path, { _def }) => {
    const schema = _def.inputs[0] ?? z.undefined();
    const property = fc.asyncProperty(arbitraryInput({ schema, ids }), async (input) => {
      const answer = await call({ path, input });
      expect(answer).not.toMatch(/INTERNAL_SERVER_ERROR|Error/);
    });
    await fc.assert(property, { numRuns: runs });
  });
});
