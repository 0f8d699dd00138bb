import { mail } from '@sodate/database/schema/mail';
import type { MailId } from '@sodate/journey/id';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { judgeMail } from './judge-mail.ts';
import { mailContent } from './mail-input.ts';
import { startBody } from './start-body.ts';

export const createMailInput = z.object({
  name: mailContent.shape.name,
  kind: mailContent.shape.kind,
  subject: mailContent.shape.subject.default(''),
  preview: mailContent.shape.preview.default(''),
  /** MJML; a first draft in the person's language where left out. */
  body: mailContent.shape.body.optional(),
});

/** Makes a mail to write on. */
export async function createMail({
  context,
  input,
}: {
  context: Context;
  input: z.input<typeof createMailInput>;
}): Promise<{ readonly id: MailId }> {
  const { name, kind, subject, preview, body } = createMailInput.parse(input);
  const language = context.actor.kind === 'user' ? context.actor.language : 'ja';
  const content = { name, kind, subject, preview, body: body ?? startBody({ language }) };
  const { ready } = await judgeMail(content);
  const now = context.clock.now();
  const [row] = await context.database
    .insert(mail)
    .values({ ...content, ready, createdAt: now, updatedAt: now })
    .returning({ id: mail.id });
  if (row === undefined) throw new Error('the mail could not be stored');
  return row;
}
