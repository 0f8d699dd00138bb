import { lead, visitor } from '@sodate/database/schema/lead';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { findOrCreateLead } from './find-or-create-lead.ts';
import { identifyVisitor } from './identify-visitor.ts';

/**
 * Says that `previousId` (a browser's anonymous id, or a userId given up) is `userId`. A trusted sender may rename a lead
 * that nobody else is; two known leads are never joined here.
 */
export async function aliasPerson({
  context,
  previousId,
  userId,
  trusted,
}: {
  context: Context;
  previousId: string;
  userId: string;
  trusted: boolean;
}): Promise<void> {
  const browser = await lockBrowser({ context, previousId });
  if (trusted && (await rename({ context, previousId, userId }))) return;
  const presumed = browser?.leadId ?? undefined;
  const found = await findOrCreateLead({
    context,
    userId,
    traits: {},
    trusted,
    origin: 'api',
    ...(presumed === undefined ? {} : { presumed }),
  });
  if (browser !== undefined && found !== undefined) {
    await identifyVisitor({ context, visitor: browser.id, lead: found.lead });
  }
}

async function lockBrowser({ context, previousId }: { context: Context; previousId: string }) {
  const [row] = await context.database
    .select({ id: visitor.id, leadId: visitor.leadId })
    .from(visitor)
    .where(eq(visitor.anonymousId, previousId))
    .for('no key update');
  return row;
}

async function rename({
  context,
  previousId,
  userId,
}: {
  context: Context;
  previousId: string;
  userId: string;
}): Promise<boolean> {
  const [taken] = await context.database.select({ id: lead.id }).from(lead).where(eq(lead.userId, userId));
  if (taken !== undefined) return false;
  const renamed = await context.database
    .update(lead)
    .set({ userId })
    .where(and(eq(lead.userId, previousId), isNull(lead.erasedAt)))
    .returning({ id: lead.id });
  return renamed.length > 0;
}
