import { user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { type HandoffNotice, handoffNotices } from '../handoff/handoff-notices.ts';
import { isMadeUpAddress } from '../seed/sales-people.ts';

const stored = z.object({ mutedMails: z.array(z.enum(handoffNotices)) });

/** The notices that somebody wants in the product only, read from their preferences. */
export function parseMutedMails(preferences: unknown): readonly HandoffNotice[] {
  const parsed = stored.safeParse(preferences);
  return parsed.success ? parsed.data.mutedMails : [];
}

/** What somebody is told in the product only: as they chose, and everything where they were made up by the seed. */
export async function readMutedMails({
  context,
  person,
}: {
  context: Context;
  person: UserId;
}): Promise<readonly HandoffNotice[]> {
  const [row] = await context.database
    .select({ email: user.email, preferences: user.preferences })
    .from(user)
    .where(eq(user.id, person));
  return row !== undefined && isMadeUpAddress(row.email) ? handoffNotices : parseMutedMails(row?.preferences);
}
