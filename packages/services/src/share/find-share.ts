import { createHash } from 'node:crypto';
import { journeyShare } from '@sodate/database/schema/share';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';

export type ShareRow = typeof journeyShare.$inferSelect;

export type FoundShare =
  | { readonly kind: 'good'; readonly share: ShareRow }
  /** Good once; nobody has taken it back. */
  | { readonly kind: 'expired' }
  /** Never made, or revoked: which of the two is not told. */
  | { readonly kind: 'unknown' };

/** The link that a token opens. Only hashes are compared, by their index: the time taken tells nothing of a token. */
export async function findShare({ context, token }: { context: Context; token: string }): Promise<FoundShare> {
  const [share] = await context.database
    .select()
    .from(journeyShare)
    .where(eq(journeyShare.tokenHash, hashShareToken(token)));
  if (share === undefined || share.revokedAt !== null) return { kind: 'unknown' };
  if (share.expiresAt !== null && share.expiresAt <= context.clock.now()) return { kind: 'expired' };
  return { kind: 'good', share };
}

/** Only a hash is stored, so that a copy of the database opens nothing. */
export function hashShareToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
