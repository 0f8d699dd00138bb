import { type SQL, sql } from 'drizzle-orm';

/** What decides whether a lead may be mailed, beside what it said on a topic. `judgePermission` judges by it. */
export interface MailStanding {
  /** Erased, or deleted. */
  readonly gone: boolean;
  readonly hasAddress: boolean;
  readonly bounced: boolean;
  readonly suppressed: boolean;
}

/** SQL: the standing of a row of `lead`, as a `MailStanding` in jsonb. */
export function standingSql({ lead }: { lead: SQL }): SQL<MailStanding> {
  return sql<MailStanding>`jsonb_build_object(
    'gone', ${lead}.erased_at is not null or ${lead}.deleted_at is not null,
    'hasAddress', ${lead}.email is not null,
    'bounced', ${lead}.bounced_at is not null,
    'suppressed', exists (select from suppression where suppression.email = ${lead}.email))`;
}

/** SQL: a lead's newest word on a topic of mails; null where it never gave one. */
export function lastConsentSql({ lead, topic }: { lead: SQL; topic: SQL }): SQL<boolean | null> {
  return sql<boolean | null>`(select consent.given from consent
    where consent.lead_id = ${lead}.id and consent.topic = ${topic} order by consent.id desc limit 1)`;
}
