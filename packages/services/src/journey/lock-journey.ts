import { type JourneyRow, journey } from '@sodate/database/schema/journey';
import type { JourneyId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { journeyMissing } from './find-journey.ts';

/**
 * The journey's row, locked until the transaction ends. `for update` would block every insert that refers to the journey:
 * an event that lets a lead in holds the lock of the triggers, which a publish waits for. @throws RequestError 'not-found'.
 */
export async function lockJourney({ context, id }: { context: Context; id: JourneyId }): Promise<JourneyRow> {
  const [row] = await context.database.select().from(journey).where(eq(journey.id, id)).for('no key update');
  if (row === undefined) throw journeyMissing();
  return row;
}
