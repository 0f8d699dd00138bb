import { user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { type HandoffNotice, handoffNotices } from '../handoff/handoff-notices.ts';

const stored = z.object({ mutedMails: z.array(z.enum(handoffNotices)) });

/** The notices that somebody wants in the product only, read from their preferences. */
export function parseMutedMails(preferences: unknown): readonly HandoffNotice[] {
  const parsed = stored.safeParse(preferences);
  return parsed.success ? parsed.data.mutedMails : [];
}

export async function readMutedMails({
  context,
  person,
}: {
  context: Context;
  person: UserId;
}): Promise<readonly HandoffNotice[]> {
  const [row] = await context.database.select({ preferences: user.preferences }).from(user).where(eq(user.id, person));
  return parseMutedMails(row?.preferences);
}
