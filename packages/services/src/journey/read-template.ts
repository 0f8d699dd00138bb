import { calendar } from '@sodate/database/schema/organisation';
import type { Graph } from '@sodate/journey/graph/graph';
import { builtInTemplates } from '@sodate/nodes/templates/built-in-templates';
import { drawTemplate } from '@sodate/nodes/templates/draw-template';
import { templateIds } from '@sodate/nodes/templates/template';
import { desc } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { findStartingMails } from '../mail/find-starting-mails.ts';
import { readMakersLanguage } from '../organisation/read-makers-language.ts';

export const templateName = z.enum(templateIds);

/** A template's graph, worded in the actor's language or the installation's, counting by the default calendar and with the mails that are there. */
export async function readTemplate({
  context,
  template,
}: {
  context: Context;
  template: z.output<typeof templateName>;
}): Promise<Graph> {
  const { database } = context;
  const [first] = await database.select({ id: calendar.id }).from(calendar).orderBy(desc(calendar.isDefault)).limit(1);
  const language = await readMakersLanguage({ context });
  return drawTemplate({
    template: builtInTemplates[template],
    language,
    mails: await findStartingMails({ context, language }),
    ...(first === undefined ? {} : { calendar: first.id }),
  });
}
