import { writeKey } from '@sodate/database/schema/organisation';
import { asInstant, formatInstant } from '@sodate/journey/time/instant';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { WriteKey } from './find-write-key.ts';

const exactToMs = 60_000;

/** Keeps when a key was last good for something, to a minute: a busy site writes one row a minute, not one a request. */
export async function noteWriteKeyUsed({ context, key }: { context: Context; key: WriteKey }): Promise<void> {
  const now = context.clock.now();
  const stale = asInstant(now - exactToMs);
  if (key.lastUsedAt !== null && key.lastUsedAt > stale) return;
  await context.database
    .update(writeKey)
    .set({ lastUsedAt: now })
    .where(
      and(
        eq(writeKey.id, key.id),
        sql`(${writeKey.lastUsedAt} is null or ${writeKey.lastUsedAt} <= ${formatInstant(stale)}::timestamptz)`,
      ),
    );
}
