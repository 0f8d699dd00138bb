import { mail } from '@sodate/database/schema/mail';
import type { Language } from '@sodate/journey/text';
import type { Context } from '../context.ts';
import { judgeSampleMails } from './judge-sample-mails.ts';
import { type JudgedMail, storeMail } from './store-mail.ts';

/** Puts a few mails into an installation that has none, with links to the demo site. */
export async function ensureSampleMails({
  context,
  language,
  judged,
}: {
  context: Context;
  language: Language;
  /** Made beforehand by a caller in a transaction. */
  judged?: readonly JudgedMail[];
}): Promise<void> {
  const [any] = await context.database.select({ id: mail.id }).from(mail).limit(1);
  if (any !== undefined) return;
  for (const one of judged ?? (await judgeSampleMails({ context, language }))) await storeMail({ context, mail: one });
}
