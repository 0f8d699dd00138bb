import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { user, verification } from '@sodate/database/schema/user';
import { asId, type UserId } from '@sodate/journey/id';
import type { Language } from '@sodate/journey/text';
import { and, eq, gt, like } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Begins the identifier of every link in `verification` by which somebody chooses a password. */
const prefix = 'password-link:';

const hour = 60 * 60 * 1_000;

/** How long a link is good: an invitation may lie in a mailbox over a holiday, a reset is asked for now. */
export const linkLifeMs = { invitation: 7 * 24 * hour, reset: 24 * hour } as const;

export type PasswordLinkKind = keyof typeof linkLifeMs;

/** Makes the address at which somebody chooses a password, good once. Earlier links of that person end. */
export async function makePasswordLink({
  context,
  person,
  kind,
}: {
  context: Context;
  person: UserId;
  kind: PasswordLinkKind;
}): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await endPasswordLinks({ context, person });
  await context.database.insert(verification).values({
    id: randomUUID(),
    identifier: identify(token),
    value: person,
    expiresAt: new Date(context.clock.now() + linkLifeMs[kind]),
  });
  return `${context.publicUrl}/choose-password?token=${token}`;
}

/** Links that have not been used are good no more. */
export async function endPasswordLinks({ context, person }: { context: Context; person: UserId }): Promise<void> {
  await context.database
    .delete(verification)
    .where(and(eq(verification.value, person), like(verification.identifier, `${prefix}%`)));
}

export interface LinkedPerson {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Whose link this is, while it is good; undefined where it is unknown, used, too old, or the person may not sign in. */
export async function findPasswordLink({
  context,
  token,
}: {
  context: Context;
  token: string;
}): Promise<LinkedPerson | undefined> {
  const [link] = await context.database
    .select({ person: verification.value })
    .from(verification)
    .where(
      and(eq(verification.identifier, identify(token)), gt(verification.expiresAt, new Date(context.clock.now()))),
    );
  if (link === undefined) return undefined;
  const [found] = await context.database
    .select({ id: user.id, name: user.name, email: user.email, language: user.language })
    .from(user)
    .where(and(eq(user.id, asId<'user'>(link.person)), eq(user.banned, false)));
  return found;
}

/** Whose link this is, as `findPasswordLink`; it is used up by that, and of two who come at once one has it. */
export async function takePasswordLink({
  context,
  token,
}: {
  context: Context;
  token: string;
}): ReturnType<typeof findPasswordLink> {
  const found = await findPasswordLink({ context, token });
  const taken = await context.database
    .delete(verification)
    .where(eq(verification.identifier, identify(token)))
    .returning({ id: verification.id });
  return taken.length === 0 ? undefined : found;
}

/** Only a hash is stored, so that a copy of the database lets nobody in. */
function identify(token: string): string {
  return prefix + createHash('sha256').update(token).digest('hex');
}
