import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { createWriteKey, createWriteKeyInput } from './create-write-key.ts';
import { demoKey, ensureDemoKey } from './ensure-demo-key.ts';
import { findWriteKey } from './find-write-key.ts';
import { listWriteKeys } from './list-write-keys.ts';
import { revokeWriteKey } from './revoke-write-key.ts';

let test: TestDatabase;
let context: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  context = testContext({ database: test.pool.database });
});
afterAll(() => test.drop());

it('lists the keys in force page by page, browser keys with the line for the site', async () => {
  await ensureDemoKey({ context });
  await ensureDemoKey({ context });
  const made = await createWriteKey({ context, input: { name: 'CRM', kind: 'server', domains: [] } });

  const first = await listWriteKeys({ context, input: { limit: 1 } });
  const second = await listWriteKeys({ context, input: { limit: 1, ...(first.next ? { after: first.next } : {}) } });

  expect(first.rows).toMatchObject([
    { key: demoKey, snippet: '<script async src="http://sodate.test/t.js" data-key="demo"></script>' },
  ]);
  expect(second).toEqual({ rows: [made] });
  expect(made.snippet).toBeNull();
});

it('takes a revoked key out of force, and says so when asked twice', async () => {
  const { id, key } = await createWriteKey({ context, input: { name: 'Old', kind: 'browser', domains: [] } });
  await revokeWriteKey({ context, input: { id } });
  expect(await findWriteKey({ context, key })).toBeUndefined();
  await expect(revokeWriteKey({ context, input: { id } })).rejects.toMatchObject({ kind: 'not-found' });
});

it.each(['https://aoba.example', 'aoba.example/path', 'a b', ''])('does not take %j for a host', (domain) => {
  const input = { name: 'Site', kind: 'browser', domains: [domain] };
  expect(createWriteKeyInput.safeParse(input).success).toBe(false);
});

it.each(['Aoba.example', '*.aoba.example', 'localhost:3000'])('takes %j for a host', (domain) => {
  const input = { name: 'Site', kind: 'browser', domains: [domain] };
  expect(createWriteKeyInput.safeParse(input).success).toBe(true);
});
