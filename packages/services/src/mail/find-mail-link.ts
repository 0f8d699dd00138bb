import { type SentMailRow, sentMail } from '@sodate/database/schema/mail';
import { type MailToken, type MailTokenKind, readMailToken, type TrackingKeys } from '@sodate/mail/tracking/mail-token';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';

export interface MailLink {
  readonly token: MailToken;
  readonly mail: Omit<SentMailRow, 'html'>;
}

/** The mail that a link of ours stands in; undefined where the token is forged or the mail is not ours. */
export async function findMailLink({
  context,
  keys,
  text,
  kind,
}: {
  context: Context;
  keys: TrackingKeys;
  text: string;
  kind: MailTokenKind;
}): Promise<MailLink | undefined> {
  const token = readMailToken({ keys, text, kind });
  if (token === undefined) return undefined;
  const mail = await context.database.query.sentMail.findFirst({
    columns: { html: false },
    where: eq(sentMail.id, token.sentMail),
  });
  return mail === undefined ? undefined : { token, mail };
}
