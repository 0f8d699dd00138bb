import { version } from '@sodate/database/schema/journey';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { sideInput } from './read-side.ts';

/** Node → the mail version that a published version sends there; none for the draft, which sends mails as they are. */
export async function readPins({
  context,
  journey,
  side,
}: {
  context: Context;
  journey: JourneyId;
  side: z.output<typeof sideInput>;
}): Promise<Readonly<Record<NodeId, string>>> {
  if (side === 'draft') return {};
  const [row] = await context.database
    .select({ mails: version.mails })
    .from(version)
    .where(and(eq(version.journeyId, journey), eq(version.number, side)));
  return row?.mails ?? {};
}
