import { notice } from '@sodate/database/schema/organisation';
import type { LeadId } from '@sodate/journey/id';
import { type SQL, sql } from 'drizzle-orm';

/** Notices that speak of one of these leads, as a condition that the index `notice_lead` serves. */
export function noticesOfLeads(leads: readonly LeadId[]): SQL {
  return sql`(${notice.detail} ->> 'lead') in ${[...leads]}`;
}
