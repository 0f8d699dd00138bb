import { thing } from '@sodate/database/schema/event';
import type { UrlPattern } from '@sodate/journey/event/event-pattern';
import { splitAddress } from '@sodate/journey/event/split-address';
import { findNearest } from '@sodate/journey/find-nearest';
import { and, asc, eq, ne } from 'drizzle-orm';
import type { Context } from '../context.ts';

const most = 2_000;

/**
 * What to write in place of a pattern that no page fits: the way into a part of the site where it stands further down,
 * as "/demo/price" for "/price", or one that is a slip or two away. Of patterns with `*` inside nobody can tell.
 */
export async function findMeantPattern({
  context,
  pattern: { match, value },
}: {
  context: Context;
  pattern: UrlPattern;
}): Promise<string | undefined> {
  const [, stem = '', stars = ''] = /^([^*]*?)\/*(\**)$/.exec(value.trim()) ?? [];
  const { host, path } = splitAddress(stem);
  const isByPath = stem.startsWith('/');
  const wanted = isByPath ? path : host + path;
  if (wanted.length < 2) return undefined;
  const named = isByPath ? thing.path : thing.key;
  const rows = await context.database
    .selectDistinct({ page: named })
    .from(thing)
    .where(and(eq(thing.kind, 'page'), ne(named, '/')))
    .orderBy(asc(named))
    .limit(most);
  const pages = rows.flatMap(({ page }) => page ?? []);
  const isBeginning = match === 'prefix' || stars !== '';
  const among = isBeginning ? [...new Set(pages.flatMap(listBeginnings))] : pages;
  const meant = among.find((page) => page.endsWith(wanted) && isByPath) ?? findNearest({ word: wanted, among });
  return meant === undefined ? undefined : meant + stars;
}

/** "/demo", "/demo/price" of "/demo/price". */
function listBeginnings(page: string): readonly string[] {
  const parts = page.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/')).filter((beginning) => beginning !== '');
}
