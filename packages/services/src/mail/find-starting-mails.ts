import { mail } from '@sodate/database/schema/mail';
import type { Language } from '@sodate/journey/text';
import type { StartingMail } from '@sodate/nodes/templates/template';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { sampleMails } from './sample-mails.ts';

/** Ids of the mails that an installation began with in a language, as far as they are in use, ready, and still called so. */
export async function findStartingMails({
  context,
  language,
}: {
  context: Context;
  language: Language;
}): Promise<Readonly<Partial<Record<StartingMail, string>>>> {
  const samples = sampleMails({ language, site: '' });
  const names = samples.map(({ name }) => name);
  const rows = await context.database
    .select({ id: mail.id, name: mail.name })
    .from(mail)
    .where(and(inArray(mail.name, names), eq(mail.ready, true), isNull(mail.archivedAt)))
    .orderBy(asc(mail.name), asc(mail.id))
    .limit(100);
  const found = samples.flatMap(({ purpose, name }) => {
    const row = rows.find((one) => one.name === name);
    return row === undefined ? [] : [[purpose, row.id] as const];
  });
  return Object.fromEntries(found);
}
