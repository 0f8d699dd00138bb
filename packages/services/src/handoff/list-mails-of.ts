import type { SentMailId } from '@sodate/database/schema/mail';
import type { LeadId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** A mail that the lead was sent, and what came of it. */
export interface ReadMail {
  readonly id: SentMailId;
  readonly subject: string;
  readonly sentAt: string;
  readonly opened: boolean;
  readonly clicks: number;
}

interface MailLine extends Record<string, unknown> {
  readonly id: SentMailId;
  readonly subject: string;
  readonly sent_at: string;
  readonly opened: boolean;
  readonly clicks: number;
}

const most = 5;

/** The latest mails that a lead was sent; at most five. */
export async function listMailsOf({ context, lead }: { context: Context; lead: LeadId }): Promise<readonly ReadMail[]> {
  const rows = await context.database.execute<MailLine>(sql`
    with mails as (
      select m.id, m.subject, m.sent_at from sent_mail m
      where m.lead_id = ${lead}::uuid and m.sent_at is not null order by m.id desc limit ${most}
    ), reactions as (
      select e.sent_mail_id, bool_or(e.name = 'mail-opened') as opened,
        count(*) filter (where e.name = 'mail-clicked')::int as clicks
      from visitor v join event e on e.visitor_id = v.id
      where v.lead_id = ${lead}::uuid and e.name in ('mail-opened', 'mail-clicked') and e.retracted_at is null
        and e.sent_mail_id in (select id from mails)
      group by e.sent_mail_id
    )
    select mails.id, mails.subject, to_char(mails.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as sent_at,
      coalesce(r.opened, false) as opened, coalesce(r.clicks, 0) as clicks
    from mails left join reactions r on r.sent_mail_id = mails.id order by mails.id desc`);
  return rows.map(({ id, subject, sent_at: sentAt, opened, clicks }) => ({
    id,
    subject,
    sentAt,
    opened: opened || clicks > 0,
    clicks,
  }));
}
