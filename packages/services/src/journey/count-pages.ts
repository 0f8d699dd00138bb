import { thing } from '@sodate/database/schema/event';
import { matchesUrl } from '@sodate/journey/event/matches-url';
import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';

export const countPagesInput = z.object({
  match: z.enum(['exact', 'prefix', 'pattern']),
  value: z.string().trim().min(1).max(1_000),
});

export interface PagesCounted {
  /** Pages seen so far that fit. */
  readonly pages: number;
  /** The path of one of them. */
  readonly first: string | null;
  /** Nobody has seen any page at all. */
  readonly noneSeen: boolean;
}

const most = 10_000;

/** How many of the pages that visitors have seen fit a pattern. */
export async function countPages({
  context,
  input: pattern,
}: {
  context: Context;
  input: z.output<typeof countPagesInput>;
}): Promise<PagesCounted> {
  const seen = await context.database
    .select({ key: thing.key, path: thing.path })
    .from(thing)
    .where(eq(thing.kind, 'page'))
    .orderBy(asc(thing.path))
    .limit(most);
  const fitting = seen.filter(({ key }) => matchesUrl({ pattern, url: key }));
  const [first] = fitting;
  const isByPath = pattern.value.startsWith('/');
  // The same path on two hosts is one page to somebody who asks by path.
  const pages = new Set(fitting.map(({ key, path }) => (isByPath ? path : key))).size;
  return { pages, first: first?.path ?? null, noneSeen: seen.length === 0 };
}
