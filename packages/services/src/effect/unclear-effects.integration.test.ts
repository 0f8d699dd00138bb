import { effect } from '@sodate/database/schema/enrollment';
import { lead } from '@sodate/database/schema/lead';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { readNeeds } from '../home/read-needs.ts';
import { listUnclearEffects } from './list-unclear-effects.ts';
import { settleUnclearEffect } from './settle-unclear-effect.ts';

let database: TestDatabase;
let context: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database });
  const usual = { channel: 'mail', kind: 'send-mail', config: {} };
  await context.database.insert(effect).values([
    { ...usual, key: 'enrollment/a/m/1', state: 'ambiguous' },
    { ...usual, key: 'enrollment/b/m/1', state: 'ambiguous' },
    { ...usual, key: 'enrollment/c/m/1', state: 'sent', doubled: true },
    { ...usual, key: 'enrollment/d/m/1', state: 'sent' },
  ]);
});

afterAll(() => database.drop());

async function keysListed(): Promise<readonly string[]> {
  const keys: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listUnclearEffects({ context, input: { limit: 1, ...(after === undefined ? {} : { after }) } });
    keys.push(...page.rows.map(({ key, kind }) => `${key} ${kind}`));
    after = page.next;
    if (after === undefined) return keys.toSorted();
  }
}

it('lists sends of unknown fate and doubled ones, page by page, until a person has settled them', async () => {
  expect(await keysListed()).toEqual([
    'enrollment/a/m/1 unclear',
    'enrollment/b/m/1 unclear',
    'enrollment/c/m/1 doubled',
  ]);
  expect((await readNeeds({ context })).unclearMails).toBe(3);

  await settleUnclearEffect({ context, input: { key: 'enrollment/a/m/1', as: 'arrived' } });
  await settleUnclearEffect({ context, input: { key: 'enrollment/b/m/1', as: 'missing' } });
  await settleUnclearEffect({ context, input: { key: 'enrollment/c/m/1', as: 'seen' } });

  expect(await keysListed()).toEqual([]);
  const [missing] = await context.database.select().from(effect).where(eq(effect.key, 'enrollment/b/m/1'));
  expect(missing?.state).toBe('dropped');
});

it('says so where somebody else has settled it, and never touches a settled send', async () => {
  await expect(
    settleUnclearEffect({ context, input: { key: 'enrollment/d/m/1', as: 'missing' } }),
  ).rejects.toMatchObject({ kind: 'conflict' });
});

it('lists those of a test lead marked, and leaves them out of what Home says waits for a person', async () => {
  const [made] = await context.database.insert(lead).values({ name: '試験', test: true }).returning();
  const key = 'enrollment/e/m/1';
  const own = { key, channel: 'mail', kind: 'send-mail', config: {}, state: 'ambiguous', leadId: made?.id } as const;
  await context.database.insert(effect).values(own);
  expect((await listUnclearEffects({ context, input: { limit: 9 } })).rows).toMatchObject([{ key, test: true }]);
  expect((await readNeeds({ context })).unclearMails).toBe(0);
});
