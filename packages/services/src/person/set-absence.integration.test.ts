import { organisation } from '@sodate/database/schema/organisation';
import { asId } from '@sodate/journey/id';
import { parseInstant } from '@sodate/journey/time/instant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { newPerson, type Person } from '../../../../test/hosts/test-handoffs.ts';
import type { Context } from '../context.ts';
import { listTeams } from '../team/list-teams.ts';
import { saveTeam } from '../team/save-team.ts';
import { setAbsence } from './set-absence.ts';

// Friday 27 November 2026, 8:00 in Tokyo.
let now = parseInstant('2026-11-26T23:00:00Z');
const absentDays = { from: '2026-11-28', until: '2026-11-29' };

let db: TestDatabase;
let manager: Context;
let rep: Person;
let outsider: Person;

beforeAll(async () => {
  db = await createTestDatabase();
  const { database } = db.pool;
  const sender = { name: 'あおば', email: 'a@aoba.test', postalAddress: '' };
  await database.insert(organisation).values({ name: 'あおば', sender });
  const person = await newPerson({ database, role: 'sales-manager', name: '上田' });
  manager = { ...person.context, clock: { now: () => now } };
  rep = await newPerson({ database, role: 'sales-rep', name: '水野' });
  outsider = await newPerson({ database, role: 'admin', name: '管理' });
  await saveTeam({ context: manager, input: { name: '営業', members: [asId<'user'>(rep.id)] } });
});
afterAll(() => db.drop());

async function readMember() {
  const { rows } = await listTeams({ context: manager, input: { limit: 10 } });
  return rows[0]?.members[0];
}

describe('a holiday that a manager arranges', () => {
  it('is known before it comes, keeps turns away while it lasts, and is forgotten after', async () => {
    await setAbsence({ context: manager, input: { id: asId<'user'>(rep.id), absentDays } });
    expect(await readMember()).toMatchObject({ away: false, absent: false, absentDays });
    now = parseInstant('2026-11-27T15:00:00Z');
    expect(await readMember()).toMatchObject({ away: true, absentDays });
    now = parseInstant('2026-11-29T15:00:00Z');
    expect(await readMember()).toMatchObject({ away: false, absentDays: null });
  });

  it('is arranged for members of a team alone', async () => {
    const input = { id: asId<'user'>(outsider.id), absent: true };
    await expect(setAbsence({ context: manager, input })).rejects.toThrow();
  });
});
