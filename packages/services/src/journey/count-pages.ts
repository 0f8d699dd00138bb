import { thing } from '@sodate/database/schema/event';
import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { urlPatternSql } from '../condition/url-pattern-sql.ts';
import type { Context } from '../context.ts';
import { findMeantPattern } from './find-meant-pattern.ts';

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
  /** Where none fits: what was probably meant. */
  readonly meant: string | null;
}

/** How many of the pages that visitors have seen fit a pattern; counted by the database, which is asked while people type. */
export async function countPages({
  context,
  input: pattern,
}: {
  context: Context;
  input: z.output<typeof countPagesInput>;
}): Promise<PagesCounted> {
  const { database } = context;
  // By this name the pattern asks for it.
  const page = alias(thing, 't');
  // The same path on two hosts is one page to somebody who asks by path.
  const named = pattern.value.startsWith('/') ? page.path : page.key;
  const [fitting = { pages: 0, first: null }] = await database
    .select({ pages: sql<number>`count(distinct ${named})::int`, first: sql<string | null>`min(${page.path})` })
    .from(page)
    .where(and(eq(page.kind, 'page'), urlPatternSql(pattern)));
  if (fitting.pages > 0) return { ...fitting, noneSeen: false, meant: null };
  const [any] = await database.select({ id: thing.id }).from(thing).where(eq(thing.kind, 'page')).limit(1);
  if (any === undefined) return { ...fitting, noneSeen: true, meant: null };
  return { ...fitting, noneSeen: false, meant: (await findMeantPattern({ context, pattern })) ?? null };
}
