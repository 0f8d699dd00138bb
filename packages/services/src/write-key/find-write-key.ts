import { writeKey } from '@sodate/database/schema/organisation';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';

export type WriteKey = typeof writeKey.$inferSelect;

/** The key in force that reads like this; undefined: unknown or revoked. Asked each time, so that revoking holds at once. */
export async function findWriteKey({ context, key }: { context: Context; key: string }): Promise<WriteKey | undefined> {
  // A text with U+0000 is no text to PostgreSQL, and no key of ours.
  if (key.includes('\u0000')) return undefined;
  const [row] = await context.database
    .select()
    .from(writeKey)
    .where(and(eq(writeKey.key, key), isNull(writeKey.revokedAt)));
  return row;
}
