import { type MailRow, mail } from '@sodate/database/schema/mail';
import type { MailId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';

/** @throws RequestError not-found */
export async function getMailRow({ context, id }: { context: Context; id: MailId }): Promise<MailRow> {
  const [row] = await context.database.select().from(mail).where(eq(mail.id, id));
  if (row === undefined) throw mailNotFound();
  return row;
}

export function mailNotFound() {
  return notFound({
    ja: 'このメールは見つかりません。一覧から選び直してください。',
    en: 'This email was not found. Choose one from the list.',
  });
}
