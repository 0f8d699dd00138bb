import { calendar } from '@sodate/database/schema/organisation';
import type { Graph } from '@sodate/journey/graph/graph';
import { documentRequestGraph } from '@sodate/nodes/templates/document-request';
import { desc } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';

export const templateName = z.enum(['document-request']);

/** A template's graph, worded in the actor's language, counting by the default calendar. */
export async function readTemplate({
  context,
}: {
  context: Context;
  template: z.output<typeof templateName>;
}): Promise<Graph> {
  const { actor, database } = context;
  const [first] = await database.select({ id: calendar.id }).from(calendar).orderBy(desc(calendar.isDefault)).limit(1);
  const language = actor.kind === 'user' ? actor.language : 'ja';
  return documentRequestGraph({ language, ...(first === undefined ? {} : { calendar: first.id }) });
}
