import type { NotSentReason } from '@sodate/database/schema/enrollment';
import type { LeadId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { eventsOfLeadSql } from '../event/events-of-lead-sql.ts';

/** A mail that was to go to the lead and was not sent. */
export interface WithheldMail {
  /** Of the event that tells it. */
  readonly id: string;
  readonly name: string;
  readonly reason: NotSentReason;
  /** ISO 8601. */
  readonly at: string;
}

interface WithheldLine extends WithheldMail, Record<string, unknown> {}

const most = 5;

/** The latest mails that a lead was not sent, and why; at most five. */
export async function listWithheldMailsOf({
  context,
  lead,
}: {
  context: Context;
  lead: LeadId;
}): Promise<readonly WithheldMail[]> {
  const of = eventsOfLeadSql({
    lead: sql`${lead}::uuid`,
    those: sql`e.name = 'mail-withheld' and e.retracted_at is null`,
  });
  return await context.database.execute<WithheldLine>(sql`
    select found.id::text, m.name, found.outcome as reason,
      to_char(found.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from (select e.id, e.mail_id, e.outcome, e.occurred_at from ${of} order by e.id desc limit ${most}) found
    join mail m on m.id = found.mail_id order by found.id desc`);
}
