import type { MailId } from '@sodate/journey/id';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { readMakersLanguage } from '../organisation/read-makers-language.ts';
import { judgeMail } from './judge-mail.ts';
import { mailContent } from './mail-input.ts';
import { startBody } from './start-body.ts';
import { storeMail } from './store-mail.ts';

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
  const start = async () => startBody({ language: await readMakersLanguage({ context }) });
  const content = { name, kind, subject, preview, body: body ?? (await start()) };
  const { ready } = await judgeMail(content);
  return await storeMail({ context, mail: { ...content, ready } });
}
