import { mail } from '@sodate/database/schema/mail';
import { asId, type MailId } from '@sodate/journey/id';
import { inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** The mails among ids of any kind. */
export async function findMentionedMails({
  context,
  ids,
}: {
  context: Context;
  ids: readonly string[];
}): Promise<readonly MailId[]> {
  if (ids.length === 0) return [];
  const rows = await context.database
    .select({ id: mail.id })
    .from(mail)
    .where(inArray(mail.id, ids.map(asId<'mail'>)));
  return rows.map(({ id }) => id);
}
