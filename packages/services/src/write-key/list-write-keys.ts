import { refusedOrigin, writeKey } from '@sodate/database/schema/organisation';
import type { Id } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { and, asc, desc, gt, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { idPageInput, type Page } from '../page.ts';
import { makeTagSnippet } from './make-tag-snippet.ts';

export const listWriteKeysInput = idPageInput;

export interface ListedWriteKey {
  readonly id: Id<'write-key'>;
  readonly key: string;
  readonly name: string;
  readonly kind: 'browser' | 'server';
  readonly domains: readonly string[];
  /** For a browser's key: the line to put on a site. */
  readonly snippet: string | null;
  /** To a minute; null: never. */
  readonly lastUsedAt: Instant | null;
  readonly createdAt: Instant;
  /** Sites that were turned away, the latest first. */
  readonly refused: readonly { readonly origin: string; readonly at: Instant }[];
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
  const { id, key, name, kind, domains, lastUsedAt, createdAt } = writeKey;
  const rows = await context.database
    .select({ id, key, name, kind, domains, lastUsedAt, createdAt })
    .from(writeKey)
    .where(and(isNull(writeKey.revokedAt), after))
    .orderBy(asc(writeKey.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const refused = await readRefused({ context, keys: page.map((row) => row.id) });
  const shown = page.map((row) => describeWriteKey({ context, row, refused: refused.get(row.id) ?? [] }));
  const last = shown.at(-1);
  return { rows: shown, ...(rows.length > shown.length && last ? { next: last.id } : {}) };
}

async function readRefused({ context, keys }: { context: Context; keys: readonly Id<'write-key'>[] }) {
  const rows = await context.database
    .select()
    .from(refusedOrigin)
    .where(inArray(refusedOrigin.writeKeyId, [...keys]))
    .orderBy(desc(refusedOrigin.lastAt), asc(refusedOrigin.origin));
  const groups = Map.groupBy(rows, ({ writeKeyId }) => writeKeyId);
  return new Map(
    [...groups].map(([key, ones]) => [key, ones.map(({ origin, lastAt }) => ({ origin, at: lastAt }))] as const),
  );
}

/** A key as it is shown, with the line that puts the tracker on a site. */
export function describeWriteKey({
  context,
  row: { id, key, name, kind, domains, lastUsedAt, createdAt },
  refused = [],
}: {
  context: Context;
  row: Omit<ListedWriteKey, 'snippet' | 'refused'>;
  refused?: ListedWriteKey['refused'];
}): ListedWriteKey {
  const snippet = kind === 'browser' ? makeTagSnippet({ publicUrl: context.publicUrl, key }) : null;
  return { id, key, name, kind, domains, snippet, lastUsedAt, createdAt, refused };
}
