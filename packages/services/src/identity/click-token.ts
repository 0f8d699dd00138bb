import { randomBytes } from 'node:crypto';
import { rightNow } from '@sodate/database/columns';
import { clickToken } from '@sodate/database/schema/mail';
import type { LeadId } from '@sodate/journey/id';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** The query parameter that carries the token from a mail link's redirect to the tracker, which strips it. */
export const clickTokenParameter = 'sodate_click';

const lifeMinutes = 15;

/** Makes a token that tells, once and within 15 minutes, that the browser showing it is this lead's. */
export async function createClickToken({ context, lead }: { context: Context; lead: LeadId }): Promise<string> {
  const token = randomBytes(18).toString('base64url');
  const expiresAt = sql`${rightNow} + make_interval(mins => ${lifeMinutes})`;
  await context.database.insert(clickToken).values({ token, leadId: lead, expiresAt });
  return token;
}

/** Takes a token back; the lead it was made for, or undefined where it is unknown, used or too old. */
export async function useClickToken({
  context,
  token,
}: {
  context: Context;
  token: string;
}): Promise<LeadId | undefined> {
  const [used] = await context.database
    .delete(clickToken)
    .where(and(eq(clickToken.token, token), gt(clickToken.expiresAt, rightNow)))
    .returning({ lead: clickToken.leadId });
  return used?.lead;
}
