import { eq, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/**
 * SQL: rows of leads, passages or hand-offs that count. Test leads are in no number that tells how the business goes, nor
 * in what waits for a person; a list that shows them marks them, and where they matter they are counted apart.
 */
export function ofRealLeads({ test }: { readonly test: PgColumn }): SQL {
  return eq(test, false);
}
