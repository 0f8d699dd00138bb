import { writeKey } from '@sodate/database/schema/organisation';
import type { Id } from '@sodate/journey/id';
import { and, asc, gt, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { type Page, pageInput } from '../page.ts';
import { makeTagSnippet } from './make-tag-snippet.ts';

export const listWriteKeysInput = pageInput;

export interface ListedWriteKey {
  readonly id: Id<'write-key'>;
  readonly key: string;
  readonly name: string;
  readonly kind: 'browser' | 'server';
  readonly domains: readonly string[];
  /** For a browser's key: the line to put on a site. */
  readonly snippet: string | null;
}

/** The keys in force, oldest first. */
export async function listWriteKeys({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listWriteKeysInput>;
}): Promise<Page<ListedWriteKey>> {
  const after = input.after === undefined ? undefined : gt(writeKey.id, input.after as Id<'write-key'>);
  const { id, key, name, kind, domains } = writeKey;
  const rows = await context.database
    .select({ id, key, name, kind, domains })
    .from(writeKey)
    .where(and(isNull(writeKey.revokedAt), after))
    .orderBy(asc(writeKey.id))
    .limit(input.limit + 1);
  const shown = rows.slice(0, input.limit).map((row) => describeWriteKey({ context, row }));
  const last = shown.at(-1);
  return { rows: shown, ...(rows.length > shown.length && last ? { next: last.id } : {}) };
}

/** A key as it is shown, with the line that puts the tracker on a site. */
export function describeWriteKey({
  context,
  row,
}: {
  context: Context;
  row: Omit<ListedWriteKey, 'snippet'>;
}): ListedWriteKey {
  const { id, key, name, kind, domains } = row;
  const snippet = kind === 'browser' ? makeTagSnippet({ publicUrl: context.publicUrl, key }) : null;
  return { id, key, name, kind, domains, snippet };
}
