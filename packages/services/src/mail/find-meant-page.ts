import { thing } from '@sodate/database/schema/event';
import { findNearest } from '@sodate/journey/find-nearest';
import { and, eq, or, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { pageOfUrl } from '../event/page-of-url.ts';

const most = 2_000;

/** The address of a page of the same site that visitors have seen, and that is a slip or two away from `address`. */
export async function findMeantPage({
  context,
  address,
}: {
  context: Context;
  address: string;
}): Promise<string | undefined> {
  const wanted = pageOfUrl({ kind: 'page', url: address });
  if (wanted === undefined || wanted.path === undefined) return undefined;
  const { host } = new URL(address);
  const seen = await context.database
    .select({ path: thing.path })
    .from(thing)
    .where(and(eq(thing.kind, 'page'), or(eq(thing.key, host), sql`starts_with(${thing.key}, ${`${host}/`})`)))
    .limit(most);
  const among = seen.flatMap(({ path }) => (path === null || path === wanted.path ? [] : [path]));
  const nearest = findNearest({ word: wanted.path, among });
  if (nearest === undefined) return undefined;
  const meant = new URL(address);
  meant.pathname = nearest;
  return decodeURI(meant.href);
}
