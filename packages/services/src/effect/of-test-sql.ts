import { effect } from '@sodate/database/schema/enrollment';
import { type SQL, sql } from 'drizzle-orm';

/** SQL: whether an effect is a test lead's, by the passage, the hand-off or the lead that it belongs to. */
export const ofTestSql: SQL<boolean> = sql`coalesce(
  (select e.test from enrollment e where e.id = ${effect.enrollmentId}),
  (select h.test from handoff h where h.id = ${effect.handoffId}),
  (select l.test from lead l where l.id = ${effect.leadId}), false)`;
