import { randomBytes, randomUUID } from 'node:crypto';
import { verification } from '@sodate/database/schema/user';
import { like } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { identifyLink, linkPrefix } from './one-time-link.ts';

const lifeMs = 24 * 60 * 60 * 1_000;

/**
 * Makes the token of a one-time link, `PUBLIC_URL/auth-link?token=TOKEN`: good once, for 24 hours, from this machine
 * only. Earlier links end. Without an admin it opens set-up, else it signs the first admin in.
 */
export async function createSignInToken({ context }: { context: Context }): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await context.database.delete(verification).where(like(verification.identifier, `${linkPrefix}%`));
  await context.database.insert(verification).values({
    id: randomUUID(),
    identifier: identifyLink(token),
    value: 'one-time-link',
    expiresAt: new Date(context.clock.now() + lifeMs),
  });
  return token;
}
