import { mail } from '@sodate/database/schema/mail';
import { organisation } from '@sodate/database/schema/organisation';
import type { Language } from '@sodate/journey/text';
import { inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { judgeSampleMails } from './judge-sample-mails.ts';
import { sampleMails } from './sample-mails.ts';
import { storeMail } from './store-mail.ts';

/**
 * Puts the sample mails of a language that the installation was not set up in beside its own, once: whoever works in it
 * would else begin with mails in another. Those of its own language came with set-up, and stay away once renamed.
 */
export async function ensureSamplesOfLanguage({
  context,
  language,
}: {
  context: Context;
  language: Language;
}): Promise<void> {
  const [own] = await context.database.select({ language: organisation.language }).from(organisation);
  if (own === undefined || own.language === language) return;
  const names = sampleMails({ language, site: '' }).map(({ name }) => name);
  const [any] = await context.database.select({ id: mail.id }).from(mail).where(inArray(mail.name, names)).limit(1);
  if (any !== undefined) return;
  for (const one of await judgeSampleMails({ context, language })) await storeMail({ context, mail: one });
}
