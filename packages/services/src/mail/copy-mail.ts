import { asId, type MailId } from '@sodate/journey/id';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { createMail } from './create-mail.ts';
import { getMailRow } from './get-mail-row.ts';
import { mailContent, mailId } from './mail-input.ts';

export const copyMailInput = z.object({ id: mailId, name: mailContent.shape.name });

/** Makes a new mail with the same content under another name. @throws RequestError not-found */
export async function copyMail({
  context,
  input,
}: {
  context: Context;
  input: z.input<typeof copyMailInput>;
}): Promise<{ readonly id: MailId }> {
  const { id, name } = copyMailInput.parse(input);
  const { kind, subject, preview, body } = await getMailRow({ context, id: asId(id) });
  return createMail({ context, input: { name, kind, subject, preview, body } });
}
