import { thing } from '@sodate/database/schema/event';
import { and, asc, eq, ilike, or } from 'drizzle-orm';
import { z } from 'zod';
import { wildcardToLike } from '../condition/escape-like.ts';
import type { Context } from '../context.ts';

export const pagesSeenInput = z.object({ search: z.string().max(200) });

const most = 20;

/** Pages that visitors have seen, by a part of their path or title: offered where a page is asked for. */
export async function readPagesSeen({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof pagesSeenInput>;
}): Promise<readonly { path: string | null; title: string | null }[]> {
  const part = `%${wildcardToLike(input.search.trim())}%`;
  return await context.database
    .select({ path: thing.path, title: thing.title })
    .from(thing)
    .where(and(eq(thing.kind, 'page'), or(ilike(thing.path, part), ilike(thing.title, part))))
    .orderBy(asc(thing.path))
    .limit(most);
}
