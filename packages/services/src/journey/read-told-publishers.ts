import { user } from '@sodate/database/schema/user';
import { asc, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { findJourney, journeyMissing } from './find-journey.ts';
import type { journeyInput } from './journey-input.ts';
import { readPublishers } from './read-publishers.ts';
import { waitsAlready } from './tell-publishers.ts';

/**
 * The names of those who were told that what sales managers changed waits to be published; none where nothing of theirs
 * waits. @throws RequestError 'not-found'.
 */
export async function readToldPublishers({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof journeyInput>;
}): Promise<readonly string[]> {
  const row = await findJourney({ context, id: input.journey });
  if (row === undefined) throw journeyMissing();
  const { publishedRevision: published } = row;
  if (published === null || !(await waitsAlready({ context, journey: input.journey, published }))) return [];
  const told = await readPublishers(context);
  if (told.length === 0) return [];
  const rows = await context.database
    .select({ name: user.name })
    .from(user)
    .where(inArray(user.id, [...told]))
    .orderBy(asc(user.name));
  return rows.map(({ name }) => name);
}
