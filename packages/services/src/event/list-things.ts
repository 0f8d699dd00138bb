import { thing } from '@sodate/database/schema/event';
import { and, asc, eq, gt, ilike, or, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { escapeLike } from '../condition/escape-like.ts';
import type { Context } from '../context.ts';
import { type Page, pageInput } from '../page.ts';

export const listThingsInput = pageInput.extend({
  after: z.string().max(1_100).optional(),
  /** Part of the address, name or title. */
  search: z.string().trim().max(200).default(''),
});

export type ListThingsInput = z.output<typeof listThingsInput>;

export interface ListedThing {
  /** Pages: host and path. Forms: the marked name. */
  readonly key: string;
  readonly path: string | null;
  readonly title: string | null;
}

/** Things of one kind that have been seen, by key. */
export async function listThings({
  context,
  kind,
  input,
}: {
  context: Context;
  kind: 'page' | 'form' | 'custom';
  input: ListThingsInput;
}): Promise<Page<ListedThing>> {
  const rows = await context.database
    .select({ key: thing.key, path: thing.path, title: thing.title })
    .from(thing)
    .where(and(eq(thing.kind, kind), input.after === undefined ? undefined : gt(thing.key, input.after), found(input)))
    .orderBy(asc(thing.key))
    .limit(input.limit + 1);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return { rows: shown, ...(rows.length > shown.length && last ? { next: last.key } : {}) };
}

function found({ search }: ListThingsInput): SQL | undefined {
  if (search === '') return undefined;
  const pattern = `%${escapeLike(search)}%`;
  return or(ilike(thing.key, pattern), ilike(thing.title, pattern));
}
