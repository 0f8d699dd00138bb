import { lead } from '@sodate/database/schema/lead';
import { organisation } from '@sodate/database/schema/organisation';
import type { LeadId } from '@sodate/journey/id';
import type { Language } from '@sodate/journey/text';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { languageOf } from './lead-variables.ts';

export interface MailOwner {
  /** Whom further mails are stopped from: the name that stands in the mail's From. */
  readonly sender: string;
  readonly language: Language;
}

/** What the page behind a mail's link needs: who sent the mail, and in which language its reader reads. */
export async function findMailOwner({
  context,
  lead: id,
}: {
  context: Context;
  lead: LeadId;
}): Promise<MailOwner | undefined> {
  const [row] = await context.database
    .select({ lead: { language: lead.language }, organisation })
    .from(lead)
    .innerJoin(organisation, eq(organisation.only, 1))
    .where(eq(lead.id, id));
  if (row === undefined) return undefined;
  return { sender: row.organisation.sender.name, language: languageOf(row) };
}
