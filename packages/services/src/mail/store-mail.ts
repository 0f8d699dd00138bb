import { mail } from '@sodate/database/schema/mail';
import type { MailId } from '@sodate/journey/id';
import type { MailSource } from '@sodate/mail/compile/compile-mail';
import type { Context } from '../context.ts';

/** A mail's content, and whether it could be sent as it stands. */
export interface JudgedMail extends MailSource {
  readonly name: string;
  readonly ready: boolean;
}

/** Stores a new mail that was judged before: judging is slow, and no transaction should wait for it. */
export async function storeMail({
  context,
  mail: { name, kind, subject, preview, body, ready },
}: {
  context: Context;
  mail: JudgedMail;
}): Promise<{ readonly id: MailId }> {
  const now = context.clock.now();
  const [row] = await context.database
    .insert(mail)
    .values({ name, kind, subject, preview, body, ready, createdAt: now, updatedAt: now })
    .returning({ id: mail.id });
  if (row === undefined) throw new Error('the mail could not be stored');
  return row;
}
