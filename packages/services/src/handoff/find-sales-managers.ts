import type { HandoffRow } from '@sodate/database/schema/handoff';
import { company, lead } from '@sodate/database/schema/lead';
import { user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { and, eq, inArray, or } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { isMadeUp } from '../seed/made-up-leads.ts';
import { isMadeUpAddress } from '../seed/sales-people.ts';

type Concerned = Pick<HandoffRow, 'ownerId' | 'leadId' | 'journeyId'>;

/**
 * Those who choose the owner of a hand-off and answer for its deadline: the sales managers, and the admins where there
 * are none. Somebody made up by the seed hears of mails to nobody, so they never stand in the place of a real one; and
 * what a made-up rep has, or the seed made and nobody has, is told to made-up managers alone.
 */
export async function findSalesManagers({
  context,
  handoff,
}: {
  context: Context;
  handoff: Concerned;
}): Promise<readonly UserId[]> {
  const { ownerId: owner } = handoff;
  const leads = and(inArray(user.role, ['sales-manager', 'admin']), eq(user.banned, false));
  const rows = await context.database
    .select({ id: user.id, role: user.role, email: user.email, banned: user.banned })
    .from(user)
    .where(owner === null ? leads : or(leads, eq(user.id, owner)));
  const people = rows.filter(({ banned }) => !banned);
  const managers = people.filter(({ role }) => role === 'sales-manager');
  const madeUp = managers.filter(({ email }) => isMadeUpAddress(email));
  const isOwnerMadeUp = rows.some(({ id, email }) => id === owner && isMadeUpAddress(email));
  if (isOwnerMadeUp && madeUp.length > 0) return madeUp.map(({ id }) => id);
  if (owner === null && (await isSeeded({ context, handoff }))) return madeUp.map(({ id }) => id);
  const real = managers.filter((one) => !madeUp.includes(one));
  const answering = real.length > 0 ? real : people.filter(({ role }) => role === 'admin');
  return [...answering, ...madeUp].map(({ id }) => id);
}

/** Made by the seed, not by a journey that somebody tries with made-up leads. */
async function isSeeded({ context, handoff }: { context: Context; handoff: Concerned }): Promise<boolean> {
  if (handoff.journeyId !== null) return false;
  const found = await context.database
    .select({ id: lead.id })
    .from(lead)
    .innerJoin(company, eq(company.id, lead.companyId))
    .where(and(eq(lead.id, handoff.leadId), isMadeUp()));
  return found.length > 0;
}
