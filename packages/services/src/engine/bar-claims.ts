import { rightNow } from '@sodate/database/columns';
import { mark } from '@sodate/database/schema/enrollment';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** The database is, or may be, an older copy: it may not know of what has been sent since. */
export async function barClaims({ context }: { context: Context }): Promise<void> {
  await context.database
    .update(mark)
    .set({ claimsBarredAt: rightNow, barredWhy: 'database-restored' })
    .where(and(eq(mark.only, 1), isNull(mark.claimsBarredAt)));
}
