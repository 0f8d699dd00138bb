import { mail } from '@sodate/database/schema/mail';
import type { Language } from '@sodate/journey/text';
import type { Context } from '../context.ts';
import { createMail } from './create-mail.ts';
import { sampleMails } from './sample-mails.ts';
import { mailBody } from './start-body.ts';

/** Puts a few mails into an installation that has none, with links to the demo site. */
export async function ensureSampleMails({
  context,
  language,
}: {
  context: Context;
  language: Language;
}): Promise<void> {
  const [any] = await context.database.select({ id: mail.id }).from(mail).limit(1);
  if (any !== undefined) return;
  for (const { content, purpose: _, ...sample } of sampleMails({ language, site: `${context.publicUrl}/demo` })) {
    await createMail({ context, input: { ...sample, body: mailBody({ language, content }) } });
  }
}
