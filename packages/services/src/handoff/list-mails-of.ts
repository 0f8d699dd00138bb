import type { SentMailId } from '@sodate/database/schema/mail';
import type { LeadId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { eventsOfLeadSql } from '../event/events-of-lead-sql.ts';

/** A mail that the lead was sent, and what came of it. */
export interface ReadMail {
  /** Where its text was not kept, of the event that tells it. */
  readonly id: string;
  /** By which it can be read again; null: its text was not kept. */
  readonly sentMail: SentMailId | null;
  /** As the lead got it; where that was not kept, the name of the mail. */
  readonly subject: string;
  /** ISO 8601. */
  readonly sentAt: string;
  readonly opened: boolean;
  readonly clicks: number;
}

interface MailLine extends Record<string, unknown> {
  readonly id: string;
  readonly sent_mail: SentMailId | null;
  readonly subject: string;
  readonly sent_at: string;
  readonly opened: boolean;
  readonly clicks: number;
}

interface Asked {
  readonly context: Context;
  readonly lead: LeadId;
}

const most = 5;

/** The latest mails that a lead was sent, those without a text too, the newest first; at most five. */
export async function listMailsOf(asked: Asked): Promise<readonly ReadMail[]> {
  const [kept, unkept] = await Promise.all([listKept(asked), listUnkept(asked)]);
  return [...kept, ...unkept]
    .map(({ id, sent_mail: sentMail, subject, sent_at: sentAt, opened, clicks }) => ({
      id,
      sentMail,
      subject,
      sentAt,
      opened: opened || clicks > 0,
      clicks,
    }))
    .toSorted((one, other) => other.sentAt.localeCompare(one.sentAt))
    .slice(0, most);
}

async function listKept({ context, lead }: Asked): Promise<readonly MailLine[]> {
  return await context.database.execute<MailLine>(sql`
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
    select mails.id, mails.id as sent_mail, mails.subject, ${isoSql('mails.sent_at')} as sent_at,
      coalesce(r.opened, false) as opened, coalesce(r.clicks, 0) as clicks
    from mails left join reactions r on r.sent_mail_id = mails.id order by mails.id desc`);
}

/** Those of imported histories and sample data: the lead's events alone tell them. */
async function listUnkept({ context, lead }: Asked): Promise<readonly MailLine[]> {
  const untied = sql`e.sent_mail_id is null and e.retracted_at is null`;
  const sent = eventsOfLeadSql({
    lead: sql`${lead}::uuid`,
    those: sql`e.name = 'mail-sent' and e.mail_id is not null and ${untied}`,
  });
  const since = eventsOfLeadSql({
    lead: sql`${lead}::uuid`,
    those: sql`e.name in ('mail-opened', 'mail-clicked') and e.mail_id = found.mail_id
      and e.occurred_at >= found.occurred_at and ${untied}`,
  });
  return await context.database.execute<MailLine>(sql`
    select found.id::text, null as sent_mail, m.name as subject, ${isoSql('found.occurred_at')} as sent_at,
      coalesce(r.opened, false) as opened, r.clicks
    from (select e.id, e.mail_id, e.occurred_at from ${sent} order by e.occurred_at desc limit ${most}) found
    join mail m on m.id = found.mail_id
    cross join lateral (
      select bool_or(e.name = 'mail-opened') as opened, count(*) filter (where e.name = 'mail-clicked')::int as clicks
      from ${since}
    ) r order by found.occurred_at desc`);
}

function isoSql(column: 'mails.sent_at' | 'found.occurred_at') {
  return sql`to_char(${sql.raw(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
