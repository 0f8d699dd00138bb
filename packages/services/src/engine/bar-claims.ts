import { rightNow } from '@sodate/database/columns';
import { type BarredWhy, mark } from '@sodate/database/schema/enrollment';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';

/**
 * The database is, or may be, an older copy: it may not know of what has been sent since. Gives whether claims were free
 * until now.
 */
export async function barClaims({
  context,
  why = 'database-restored',
}: {
  context: Context;
  why?: BarredWhy;
}): Promise<boolean> {
  const barred = await context.database
    .update(mark)
    .set({ claimsBarredAt: rightNow, barredWhy: why })
    .where(and(eq(mark.only, 1), isNull(mark.claimsBarredAt)))
    .returning({ only: mark.only });
  return barred.length > 0;
}
