import { journey } from '@sodate/database/schema/journey';
import type { Context } from '../context.ts';
import { createJourney } from '../journey/create-journey.ts';

/** Puts the template's draft into an installation that has no journey. Gives whether it did. */
export async function seedJourney({ context }: { context: Context }): Promise<boolean> {
  const [any] = await context.database.select({ id: journey.id }).from(journey).limit(1);
  if (any !== undefined) return false;
  await createJourney({ context, input: { name: '資料請求からの商談化', template: 'document-request' } });
  return true;
}
