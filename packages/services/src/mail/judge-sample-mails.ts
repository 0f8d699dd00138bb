import type { Language } from '@sodate/journey/text';
import type { Context } from '../context.ts';
import { judgeMail } from './judge-mail.ts';
import { sampleMails } from './sample-mails.ts';
import { mailBody } from './start-body.ts';
import type { JudgedMail } from './store-mail.ts';

/** The sample mails, ready to be stored. Takes long on a busy machine: never call it in a transaction. */
export async function judgeSampleMails({
  context,
  language,
}: {
  context: Context;
  language: Language;
}): Promise<readonly JudgedMail[]> {
  const judged: JudgedMail[] = [];
  for (const { content, purpose: _, ...sample } of sampleMails({ language, site: `${context.publicUrl}/demo` })) {
    const mail = { ...sample, body: mailBody({ language, content }) };
    const { ready } = await judgeMail(mail);
    judged.push({ ...mail, ready });
  }
  return judged;
}
