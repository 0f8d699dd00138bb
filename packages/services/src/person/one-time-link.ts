import { createHash } from 'node:crypto';
import { user, verification } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Begins the identifier of every one-time link in `verification`. */
export const linkPrefix = 'one-time-link:';

/** What a one-time link does: opens set-up while there is no admin, else signs the first admin in. */
export type SignInGrant = { readonly kind: 'set-up' } | { readonly kind: 'sign-in'; readonly user: UserId };

/** Only a hash is stored, so that a copy of the database lets nobody in. */
export function identifyLink(token: string): string {
  return linkPrefix + createHash('sha256').update(token).digest('hex');
}

/** The row of a link that is neither used nor over. */
export function isLiveLink({ context, token }: { context: Context; token: string }) {
  return and(
    eq(verification.identifier, identifyLink(token)),
    gt(verification.expiresAt, new Date(context.clock.now())),
  );
}

export async function readGrant({ context }: { context: Context }): Promise<SignInGrant> {
  const [admin] = await context.database
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.role, 'admin'), eq(user.banned, false)))
    .orderBy(asc(user.createdAt), asc(user.id))
    .limit(1);
  return admin === undefined ? { kind: 'set-up' } : { kind: 'sign-in', user: admin.id };
}
