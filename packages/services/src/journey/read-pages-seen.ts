import { thing } from '@sodate/database/schema/event';
import { and, asc, eq, like } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';

export const pagesSeenInput = z.object({ search: z.string().max(200) });

const most = 20;

/** Pages that visitors have seen whose path begins as typed: offered where a page is asked for. */
export async function readPagesSeen({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof pagesSeenInput>;
}): Promise<readonly { path: string | null; title: string | null }[]> {
  const begins = `${input.search.replace(/[\\%_]/g, '\\$&')}%`;
  return await context.database
    .select({ path: thing.path, title: thing.title })
    .from(thing)
    .where(and(eq(thing.kind, 'page'), like(thing.path, begins)))
    .orderBy(asc(thing.path))
    .limit(most);
}
