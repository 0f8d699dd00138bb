import { journey } from '@sodate/database/schema/journey';
import type { JourneyId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { type Door, findDoor } from '../bulk-enrolment/find-door.ts';
import type { Context } from '../context.ts';

/** Where a journey lets leads in by hand, as it is published; undefined where it lets none in. */
export async function findOpenDoor({
  context,
  journey: id,
}: {
  context: Context;
  journey: JourneyId;
}): Promise<Door | undefined> {
  const [row] = await context.database
    .select({ version: journey.liveVersionId })
    .from(journey)
    .where(eq(journey.id, id));
  return row?.version ? await findDoor({ context, version: row.version }) : undefined;
}
