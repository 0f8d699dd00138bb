import { journeyShare } from '@sodate/database/schema/share';
import { user } from '@sodate/database/schema/user';
import { asId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { and, desc, eq, isNull, lt } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { Page } from '../page.ts';
import type { listSharesInput, ShareId } from './share-input.ts';

export interface ListedShare {
  readonly id: ShareId;
  readonly shows: 'published' | 'draft';
  readonly withCounts: boolean;
  readonly createdAt: Instant;
  /** Null: by a program, or by somebody who is gone. */
  readonly createdBy: string | null;
  readonly expiresAt: Instant | null;
  readonly expired: boolean;
  readonly openedAt: Instant | null;
  readonly opened: number;
}

/** The links of a journey that nobody has revoked, the newest first. */
export async function listShares({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listSharesInput>;
}): Promise<Page<ListedShare>> {
  const conditions = [eq(journeyShare.journeyId, input.journey), isNull(journeyShare.revokedAt)];
  if (input.after !== undefined) conditions.push(lt(journeyShare.id, asId<'journey-share'>(input.after)));
  const found = await context.database
    .select({
      id: journeyShare.id,
      shows: journeyShare.shows,
      withCounts: journeyShare.withCounts,
      createdAt: journeyShare.createdAt,
      createdBy: user.name,
      expiresAt: journeyShare.expiresAt,
      openedAt: journeyShare.openedAt,
      opened: journeyShare.opened,
    })
    .from(journeyShare)
    .leftJoin(user, eq(user.id, journeyShare.createdBy))
    .where(and(...conditions))
    .orderBy(desc(journeyShare.id))
    .limit(input.limit + 1);
  const now = context.clock.now();
  const rows = found
    .slice(0, input.limit)
    .map((row) => ({ ...row, expired: row.expiresAt !== null && row.expiresAt <= now }));
  const last = found.length > input.limit ? rows.at(-1) : undefined;
  return { rows, ...(last === undefined ? {} : { next: last.id }) };
}
