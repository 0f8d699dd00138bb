import { asInstant } from '@sodate/journey/time/instant';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { newPerson, type Person } from '../../../../test/hosts/test-handoffs.ts';
import { listNotices } from '../notice/list-notices.ts';
import { askToDeactivate, readDeactivationAsked } from './ask-to-deactivate.ts';
import { deactivatePerson } from './deactivate-person.ts';
import { updatePerson } from './update-person.ts';

let db: TestDatabase;
let admin: Person;
let boss: Person;
let rep: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  const { database } = db.pool;
  admin = await newPerson({ database, role: 'admin', name: '依田 文' });
  boss = await newPerson({ database, role: 'sales-manager', name: '上田 実' });
  rep = await newPerson({ database, role: 'sales-rep', name: '大川 亮' });
});
afterAll(() => db.drop());

async function told() {
  const { rows } = await listNotices({ context: admin.context, input: { limit: 10 } });
  return rows.filter(({ kind }) => kind === 'deactivation-asked');
}

it('asks the admins once, until it is done or a week has passed', async () => {
  const input = { id: rep.id };
  const ask = (context = boss.context) => askToDeactivate({ context, input });
  const read = (context = boss.context) => readDeactivationAsked({ context, input });
  expect(await read()).toEqual({ admins: ['依田 文'], asked: null });
  expect(await ask()).toMatchObject({ asked: { by: '上田 実' } });
  await ask();
  expect(await told()).toMatchObject([{ person: '大川 亮', href: `/settings/people?person=${rep.id}` }]);
  const inAWeek = { now: () => asInstant(Date.now() + 8 * 86_400_000) };
  expect((await read({ ...boss.context, clock: inAWeek })).asked).toBeNull();

  await deactivatePerson({ context: admin.context, input: { ...input, to: { kind: 'nobody' } } });
  expect(await told()).toEqual([]);
  const { rows } = await listNotices({ context: boss.context, input: { limit: 10 } });
  expect(rows).toMatchObject([{ kind: 'deactivation-done', person: '大川 亮', href: '/settings/teams' }]);
  await expect(ask()).rejects.toMatchObject({ kind: 'not-found' });
  await updatePerson({ context: admin.context, input: { ...input, active: true } });
  expect((await read()).asked).toBeNull();
});
