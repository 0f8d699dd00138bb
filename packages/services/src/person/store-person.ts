import { type Role, user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import type { Language } from '@sodate/journey/text';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { setPassword } from './set-password.ts';

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  /** By `hashPassword`, before the transaction; left out: they choose a password by a link. */
  readonly passwordHash?: string;
  readonly role: Role;
  readonly language: Language;
}

/**
 * Stores a person, who can sign in at once where there is a password. Checks no permission: `createPerson` and `setUp` do.
 * @throws RequestError where the address is taken.
 */
export async function storePerson({ context, person }: { context: Context; person: NewPerson }): Promise<UserId> {
  const { database } = context;
  const { name, role, language } = person;
  const email = person.email.trim().toLowerCase();
  const [taken] = await database.select({ id: user.id }).from(user).where(eq(user.email, email));
  if (taken !== undefined) throw addressTaken();
  const [made] = await database
    .insert(user)
    .values({ name, email, role, language, emailVerified: true })
    .onConflictDoNothing()
    .returning({ id: user.id });
  if (made === undefined) throw addressTaken();
  const { passwordHash } = person;
  if (passwordHash !== undefined) await setPassword({ context, person: made.id, passwordHash });
  return made.id;
}

function addressTaken() {
  return conflict(
    {
      ja: 'このメールアドレスの人はもういます。別のアドレスにするか、その人のパスワードを決め直してください。',
      en: 'Somebody has this email address already. Use another one, or set a new password for that person.',
    },
    'email',
  );
}
