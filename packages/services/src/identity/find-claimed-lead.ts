import { type LeadRow, lead } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Who somebody says to be: a normalised mail address, an id of the customer's own system, or both. */
export interface Claim {
  readonly email?: string;
  readonly userId?: string;
}

type Known = Pick<LeadRow, 'id' | 'email' | 'userId'>;

export interface Claimed {
  /** The lead meant; undefined: nobody we know. */
  readonly lead: LeadId | undefined;
  /** The address belongs to another known lead, so it must not be written. */
  readonly emailTaken: boolean;
}

/**
 * Finds whom a claim means. The userId weighs more than the address; two known leads are never joined here, and an
 * address whose lead bears another userId means somebody else.
 */
export async function findClaimedLead({ context, claim }: { context: Context; claim: Claim }): Promise<Claimed> {
  const { email, userId } = claim;
  const byUserId = userId === undefined ? undefined : await find({ context, where: eq(lead.userId, userId) });
  const byEmail = email === undefined ? undefined : await find({ context, where: eq(lead.email, email) });
  if (byUserId !== undefined) {
    return { lead: byUserId.id, emailTaken: byEmail !== undefined && byEmail.id !== byUserId.id };
  }
  if (byEmail === undefined) return { lead: undefined, emailTaken: false };
  const another = userId !== undefined && byEmail.userId !== null && byEmail.userId !== userId;
  return another ? { lead: undefined, emailTaken: true } : { lead: byEmail.id, emailTaken: false };
}

/** Whether a claim may mean this lead: nothing that is known of the lead speaks against it. */
export function fitsClaim({ known, claim }: { known: Known; claim: Claim }): boolean {
  const differs = (mine: string | null, theirs: string | undefined) =>
    mine !== null && theirs !== undefined && mine !== theirs;
  // One id in common is enough: people change addresses, and the customer's own system knows them by userId.
  if (claim.userId !== undefined && known.userId === claim.userId) return true;
  return !differs(known.userId, claim.userId) && !differs(known.email, claim.email);
}

async function find({
  context,
  where,
}: {
  context: Context;
  where: ReturnType<typeof eq>;
}): Promise<Known | undefined> {
  const [row] = await context.database
    .select({ id: lead.id, email: lead.email, userId: lead.userId, mergedInto: lead.mergedInto })
    .from(lead)
    .where(and(where, isNull(lead.erasedAt)))
    .limit(1);
  if (row === undefined || row.mergedInto === null) return row;
  const stayed: Known | undefined = await find({ context, where: eq(lead.id, row.mergedInto) });
  return stayed;
}
