import { type LeadImportRow, leadImportRow } from '@sodate/database/schema/lead-import';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readAgreement } from './read-yes-or-no.ts';

/** What the column of consent says of the people who would be taken in. */
export interface ImportedConsents {
  readonly yes: number;
  readonly no: number;
  readonly empty: number;
}

/** Of an import that was checked and has a column of consent; null of others. What it says otherwise is a row's error. */
export async function countConsents({
  context,
  row: { id, state, fields },
}: {
  context: Context;
  row: Pick<LeadImportRow, 'id' | 'state' | 'fields'>;
}): Promise<ImportedConsents | null> {
  const at = fields.indexOf('consent');
  if (state !== 'checked' || at < 0) return null;
  const lines = await context.database
    .select({
      word: sql<string>`trim(coalesce(${leadImportRow.cells} ->> ${at}::int, ''))`.as('word'),
      count: sql<number>`count(*)::int`,
    })
    .from(leadImportRow)
    .where(and(eq(leadImportRow.importId, id), inArray(leadImportRow.verdict, ['create', 'update'])))
    .groupBy(sql`word`);
  const sums = { yes: 0, no: 0, empty: 0 };
  for (const { word, count } of lines) {
    if (word === '') sums.empty += count;
    else sums[readAgreement(word) === true ? 'yes' : 'no'] += count;
  }
  return sums;
}
