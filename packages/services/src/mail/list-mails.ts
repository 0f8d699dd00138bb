import { type MailKind, mail, sentMail } from '@sodate/database/schema/mail';
import { organisation } from '@sodate/database/schema/organisation';
import type { MailId } from '@sodate/journey/id';
import { asInstant, formatInstant, type Instant } from '@sodate/journey/time/instant';
import { and, desc, ilike, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { escapeLike } from '../condition/escape-like.ts';
import type { Context } from '../context.ts';
import { type Page, pageInput } from '../page.ts';
import { formatCursor, parseTimeCursor } from '../page-cursor.ts';
import { isSampleSql } from './is-sample-sql.ts';
import { type MailUsers, readUsersOfMails } from './read-users-of-mails.ts';

export const listMailsInput = pageInput.extend({
  search: z.string().trim().max(100).default(''),
  archived: z.boolean().default(false),
});

export interface MailListRow {
  readonly id: MailId;
  readonly name: string;
  readonly kind: MailKind;
  readonly subject: string;
  readonly ready: boolean;
  /** It came with Sodate, and nobody has made it their own yet. */
  readonly isSample: boolean;
  /** It may not go out before the sender's postal address is set: a marketing mail must carry it. */
  readonly lacksAddress: boolean;
  readonly updatedAt: Instant;
  /** Sent in the last 30 days. */
  readonly sentLately: number;
  readonly users: MailUsers;
}

const noUsers: MailUsers = { count: 0, first: [] };

const lately = 30 * 24 * 60 * 60 * 1_000;

/** Mails, last changed first. */
export async function listMails({
  context,
  input,
}: {
  context: Context;
  input: z.input<typeof listMailsInput>;
}): Promise<Page<MailListRow>> {
  const { after, limit, search, archived } = listMailsInput.parse(input);
  const like = `%${escapeLike(search)}%`;
  const rows = await context.database
    .select({
      id: mail.id,
      name: mail.name,
      kind: mail.kind,
      subject: mail.subject,
      ready: mail.ready,
      isSample: isSampleSql,
      lacksAddress: sql<boolean>`${mail.kind} = 'marketing' and exists (
        select from ${organisation} where trim(${organisation.sender} ->> 'postalAddress') = '')`,
      updatedAt: mail.updatedAt,
      sentLately: sentSince({ since: asInstant(context.clock.now() - lately) }),
    })
    .from(mail)
    .where(
      and(
        archived ? isNotNull(mail.archivedAt) : isNull(mail.archivedAt),
        search === '' ? undefined : or(ilike(mail.name, like), ilike(mail.subject, like)),
        after === undefined ? undefined : olderThan(after),
      ),
    )
    .orderBy(desc(mail.updatedAt), desc(mail.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  const users = await readUsersOfMails({ context, mails: page.map(({ id }) => id) });
  const withUsers = page.map((row) => ({ ...row, users: users.get(row.id) ?? noUsers }));
  return {
    rows: withUsers,
    ...(more ? { next: formatCursor({ value: formatInstant(last.updatedAt), id: last.id }) } : {}),
  };
}

/** Ids are UUID v7, so a bound on the id bounds the time, on the index that is there. */
function sentSince({ since }: { since: Instant }) {
  const hex = Math.max(0, Math.trunc(since)).toString(16).padStart(12, '0');
  const lowest = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
  return sql<number>`(select count(*)::int from ${sentMail}
    where ${sentMail.mailId} = ${mail}.${sql.identifier('id')} and ${sentMail.id} >= ${lowest}::uuid and ${sentMail.sentAt} is not null)`;
}

function olderThan(after: string) {
  const { value, id } = parseTimeCursor(after);
  return sql`(${mail.updatedAt}, ${mail.id}) < (${value}::timestamptz, ${id}::uuid)`;
}
