import { journey } from '@sodate/database/schema/journey';
import { emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import type { JourneyId } from '@sodate/journey/id';
import { documentRequestGraph } from '@sodate/nodes/templates/document-request';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { journeyName } from './journey-name.ts';

export const createJourneyInput = z.object({
  name: journeyName,
  /** Absent: an empty canvas. */
  template: z.enum(['document-request']).optional(),
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
  const draft = startingGraph({ context, template: input.template });
  return await inTransaction({ context }, async (inner) => {
    const [row] = await inner.database
      .insert(journey)
      .values({ name: input.name, draft, createdBy: userId })
      .returning({ id: journey.id });
    if (row === undefined) throw new Error('the journey row was not written');
    await writeAudit({ context: inner, line: { action: 'journey-created', subject: 'journey', subjectId: row.id } });
    return row;
  });
}

function startingGraph({ context, template }: { context: Context; template: string | undefined }): Graph {
  if (template === undefined) return emptyGraph;
  return documentRequestGraph({ language: context.actor.kind === 'user' ? context.actor.language : 'ja' });
}
