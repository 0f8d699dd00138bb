import type { LeadId } from '@sodate/journey/id';
import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** One parameter, whatever their number: the text stays the same, and so does its plan. */
export function isOneOf(column: AnyColumn, leads: Iterable<LeadId>): SQL {
  return sql`${column} = any(${sql.param([...leads])}::uuid[])`;
}
