import { type JourneyRow, journey } from '@sodate/database/schema/journey';
import type { JourneyId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { notFound, type RequestError } from '../errors.ts';

export async function findJourney({
  context,
  id,
}: {
  context: Context;
  id: JourneyId;
}): Promise<JourneyRow | undefined> {
  const [row] = await context.database.select().from(journey).where(eq(journey.id, id));
  return row;
}

export function journeyMissing(): RequestError {
  return notFound({
    ja: 'シナリオが見つかりません。一覧から選び直してください。',
    en: 'This journey was not found. Choose one from the list of journeys.',
  });
}
