import { rightNow } from '@sodate/database/columns';
import { mark } from '@sodate/database/schema/enrollment';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Temporal knows a later rest than the row: the database was restored from an older copy. */
export async function barClaims({ context }: { context: Context }): Promise<void> {
  await context.database
    .update(mark)
    .set({ claimsBarredAt: rightNow, barredWhy: 'database-restored' })
    .where(and(eq(mark.only, 1), isNull(mark.claimsBarredAt)));
}
