import { type MailSender, type SentMailId, sentMail } from '@sodate/database/schema/mail';
import { formatInstant } from '@sodate/journey/time/instant';
import { sanitiseHtml } from '@sodate/mail/mailbox/sanitise-html';
import { takeOutTracking } from '@sodate/mail/tracking/take-out-tracking';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';

export const getSentMailInput = z.object({ sentMail: z.uuid().transform((id) => id as SentMailId) });

/** One mail as it went to one lead. */
export interface SentMail {
  readonly subject: string;
  /** Null for mails from before this was kept. */
  readonly sender: MailSender | null;
  readonly address: string | null;
  readonly sentAt: string;
  /** Harmless and without a trace: reading it is no opening, its links are no clicks. */
  readonly html: string;
}

/**
 * A mail that a lead was sent, to be read again; nothing is recorded by it.
 * @throws RequestError 'not-found' where it never left, or its lead was erased.
 */
export async function getSentMail({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof getSentMailInput>;
}): Promise<SentMail> {
  const row = await context.database.query.sentMail.findFirst({ where: eq(sentMail.id, input.sentMail) });
  if (row === undefined || row.sentAt === null) throw neverSent();
  if (row.html === null) throw erased();
  const { html, links, subject, sender, address, sentAt } = row;
  const quiet = takeOutTracking({ html, links, sentMail: row.id });
  return { subject, sender, address, sentAt: formatInstant(sentAt), html: sanitiseHtml(quiet) };
}

function neverSent() {
  return notFound({
    ja: 'このメールは見つかりません。リードの履歴を開き直して、もう一度選んでください。',
    en: 'This email was not found. Open the lead’s history again and choose it there.',
  });
}

function erased() {
  return notFound({
    ja: 'このメールの内容は、リードの消去とともに消えました。元の文面は「メール」の一覧で読めます。',
    en: 'What this email said was removed when its lead was erased. The text it was made from is in the list of emails.',
  });
}
