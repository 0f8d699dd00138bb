import { journeyShare } from '@sodate/database/schema/share';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { type ReadableJourney, writeDocument } from '../journey/read-document.ts';
import { findShare } from './find-share.ts';
import { readShareSource } from './read-share-source.ts';
import type { shareTokenInput } from './share-input.ts';

export type OpenedShare =
  | { readonly kind: 'good'; readonly journey: ReadableJourney; readonly withCounts: boolean }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' };

/** What a link shows, to whoever has it: no ids of ours but those of nodes, no name or address of a person. */
export async function openShare({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof shareTokenInput>;
}): Promise<OpenedShare> {
  const found = await findShare({ context, token: input.token });
  if (found.kind !== 'good') return found;
  const { share } = found;
  const source = await readShareSource({ context, share });
  if (source === undefined) return { kind: 'unknown' };
  const readable = await writeDocument({ context, source, people: false });
  await context.database
    .update(journeyShare)
    .set({ opened: sql`${journeyShare.opened} + 1`, openedAt: context.clock.now() })
    .where(eq(journeyShare.id, share.id));
  return { kind: 'good', journey: readable, withCounts: share.withCounts };
}
