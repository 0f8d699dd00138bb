import { parseInstant } from '@sodate/journey/time/instant';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testClock, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { createWriteKey } from './create-write-key.ts';
import { findWriteKey } from './find-write-key.ts';
import { listWriteKeys } from './list-write-keys.ts';
import { noteRefusedOrigin } from './note-refused-origin.ts';
import { noteWriteKeyUsed } from './note-write-key-used.ts';
import { revokeWriteKey } from './revoke-write-key.ts';
import { rotateWriteKey } from './rotate-write-key.ts';
import { updateWriteKey } from './update-write-key.ts';

let test: TestDatabase;
let context: Context;
let clock: ReturnType<typeof testClock>;

beforeAll(async () => {
  test = await createTestDatabase();
});

beforeEach(() => {
  clock = testClock(parseInstant('2026-11-19T05:32:00Z'));
  context = testContext({ database: test.pool.database, clock });
});

afterAll(() => test.drop());

async function newKey() {
  const input = { name: 'Site', kind: 'browser' as const, domains: ['www.aoba.example'] };
  const { id, key } = await createWriteKey({ context, input });
  const row = await findWriteKey({ context, key });
  if (row === undefined) throw new Error('no key');
  return { id, key, row };
}

async function listed(id: string) {
  const { rows } = await listWriteKeys({ context, input: { limit: 200 } });
  return rows.find((row) => row.id === id);
}

it('shows when a key was used last, to a minute', async () => {
  const { id, key, row } = await newKey();
  expect((await listed(id))?.lastUsedAt).toBeNull();
  await noteWriteKeyUsed({ context, key: row });
  expect((await listed(id))?.lastUsedAt).toBe(parseInstant('2026-11-19T05:32:00Z'));
  clock.advance(30_000 as Parameters<typeof clock.advance>[0]);
  await noteWriteKeyUsed({ context, key: row });
  expect((await listed(id))?.lastUsedAt).toBe(parseInstant('2026-11-19T05:32:00Z'));
  clock.advance(60_000 as Parameters<typeof clock.advance>[0]);
  const again = await findWriteKey({ context, key });
  if (again === undefined) throw new Error('no key');
  await noteWriteKeyUsed({ context, key: again });
  expect((await listed(id))?.lastUsedAt).toBe(parseInstant('2026-11-19T05:33:30Z'));
});

it('remembers sites that were turned away, a few of them, and forgets those that are let in', async () => {
  const { id, row } = await newKey();
  await noteRefusedOrigin({ context, key: row, origin: 'https://shop.aoba.example' });
  await noteRefusedOrigin({ context, key: row, origin: 'https://shop.aoba.example' });
  expect((await listed(id))?.refused).toMatchObject([{ origin: 'https://shop.aoba.example' }]);
  for (let number = 0; number < 30; number += 1) {
    await noteRefusedOrigin({ context, key: row, origin: `https://n${number}.evil.example` });
  }
  expect((await listed(id))?.refused).toHaveLength(20);
  await updateWriteKey({ context, input: { id, name: 'Site', domains: ['*.aoba.example'] } });
  const { refused, domains } = (await listed(id)) ?? {};
  expect(domains).toEqual(['*.aoba.example']);
  expect(refused?.map(({ origin }) => origin)).not.toContain('https://shop.aoba.example');
});

it('renews a key while the old one stays good until it is revoked', async () => {
  const { id, key } = await newKey();
  const made = await rotateWriteKey({ context, input: { id } });
  expect(made).toMatchObject({ name: 'Site', domains: ['www.aoba.example'], kind: 'browser' });
  expect(made.key).not.toBe(key);
  expect(await findWriteKey({ context, key })).toMatchObject({ name: 'Site (old key)' });
  expect(await rotateWriteKey({ context, input: { id } })).toMatchObject({ name: 'Site' });
  expect(await findWriteKey({ context, key })).toMatchObject({ name: 'Site (old key)' });
  await revokeWriteKey({ context, input: { id } });
  expect(await findWriteKey({ context, key })).toBeUndefined();
  expect(await findWriteKey({ context, key: made.key })).toBeDefined();
  await expect(rotateWriteKey({ context, input: { id } })).rejects.toMatchObject({ kind: 'not-found' });
});
