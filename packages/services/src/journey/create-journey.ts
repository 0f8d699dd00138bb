import { journey } from '@sodate/database/schema/journey';
import { emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import type { JourneyId } from '@sodate/journey/id';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { ensureSamplesOfLanguage } from '../mail/ensure-samples-of-language.ts';
import { writeDraftMails } from '../mail/write-draft-mails.ts';
import { readMakersLanguage } from '../organisation/read-makers-language.ts';
import { inTransaction } from '../transaction.ts';
import { journeyName } from './journey-name.ts';
import { readTemplate, templateName } from './read-template.ts';

export const createJourneyInput = z.object({
  name: journeyName,
  /** Absent: an empty canvas. */
  template: templateName.optional(),
});

/** A new journey in state draft, empty or from a template worded in the actor's language. */
export async function createJourney({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof createJourneyInput>;
}): Promise<{ id: JourneyId }> {
  const userId = context.actor.kind === 'user' ? context.actor.id : null;
  const { template } = input;
  const draft = template === undefined ? emptyGraph : await beginFrom({ context, template });
  return await inTransaction({ context }, async (inner) => {
    const [row] = await inner.database
      .insert(journey)
      .values({ name: input.name, draft, createdBy: userId })
      .returning({ id: journey.id });
    if (row === undefined) throw new Error('the journey row was not written');
    await writeDraftMails({ context: inner, journey: row.id, before: emptyGraph, after: draft });
    await writeAudit({ context: inner, line: { action: 'journey-created', subject: 'journey', subjectId: row.id } });
    return row;
  });
}

/** With mails in the words of whoever draws it. */
async function beginFrom({
  context,
  template,
}: {
  context: Context;
  template: z.output<typeof templateName>;
}): Promise<Graph> {
  await ensureSamplesOfLanguage({ context, language: await readMakersLanguage({ context }) });
  return await readTemplate({ context, template });
}
