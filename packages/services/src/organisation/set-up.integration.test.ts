import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { listMails } from '../mail/list-mails.ts';
import { createSignInToken } from '../person/create-sign-in-token.ts';
import { makePasswordLink } from '../person/password-link.ts';

let db: TestDatabase;
let context: Context;

/** For each slow work that was begun, its name and how many transactions stood idle meanwhile. */
const begun = vi.hoisted(() => ({ look: async (_work: string): Promise<void> => {} }));
const seen: { work: string; idle: number }[] = [];

vi.mock('better-auth/crypto', async (importOriginal) => {
  const real = await importOriginal<typeof import('better-auth/crypto')>();
  const hashPassword = async (password: string) => {
    await begun.look('hash');
    return await real.hashPassword(password);
  };
  return { ...real, hashPassword };
});

vi.mock('../mail/judge-mail.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('../mail/judge-mail.ts')>();
  const judgeMail: typeof real.judgeMail = async (source) => {
    await begun.look('judge');
    return await real.judgeMail(source);
  };
  return { ...real, judgeMail };
});

/** The verbs, read anew: files that ran before in this process have them without what is watched here. */
async function readVerbs() {
  vi.resetModules();
  const [{ setUp }, { createPerson }, { resetPassword }, { choosePassword }] = await Promise.all([
    import('./set-up.ts'),
    import('../person/create-person.ts'),
    import('../person/reset-password.ts'),
    import('../person/choose-password.ts'),
  ]);
  return { setUp, createPerson, resetPassword, choosePassword };
}

let verbs: Awaited<ReturnType<typeof readVerbs>>;

beforeAll(async () => {
  verbs = await readVerbs();
  db = await createTestDatabase();
  context = testContext({ database: db.pool.database });
  begun.look = async (work) => {
    const rows = await db.pool.database.execute<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
    seen.push({ work, idle: rows.length });
  };
});

afterAll(async () => {
  // Files that run after this one read them without what is watched.
  vi.resetModules();
  await db.drop();
});

it('hashes passwords and compiles sample mails while no transaction waits', async () => {
  const { setUp, createPerson, resetPassword, choosePassword } = verbs;
  const person = { name: '森田 あかり', email: 'akari@sodate.test', password: 'kinmokusei-1', language: 'ja' } as const;
  const token = await createSignInToken({ context });
  await setUp({ context, input: { ...person, token, zone: 'Asia/Tokyo', organisation: 'アオバ' } });
  expect((await listMails({ context, input: { limit: 10 } })).rows).toHaveLength(3);

  const input = { ...person, email: 'yosuke@sodate.test', role: 'sales-rep' } as const;
  const { id } = await createPerson({ context, input });
  await resetPassword({ context, input: { id, password: 'kinmokusei-2' } });
  const link = new URL(await makePasswordLink({ context, person: id, kind: 'reset' }));
  const password = 'kinmokusei-3';
  await choosePassword({ context, input: { token: link.searchParams.get('token') ?? '', password } });

  expect(seen.map(({ work }) => work)).toEqual(['hash', 'judge', 'judge', 'judge', 'hash', 'hash', 'hash']);
  expect(seen.filter(({ idle }) => idle > 0)).toEqual([]);
});

it('hashes nothing for who has no link', async () => {
  const before = seen.length;
  const password = 'kinmokusei-4';
  await expect(verbs.choosePassword({ context, input: { token: 'guessed', password } })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  expect(seen).toHaveLength(before);
});
