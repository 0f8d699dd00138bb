import { lead } from '@sodate/database/schema/lead';
import { notice } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import type { LeadId, UserId } from '@sodate/journey/id';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { ofRealLeads } from '../lead/of-real-leads.ts';

interface HotLead {
  readonly lead: LeadId;
  readonly score: number;
}

/**
 * Tells our people, in the caller's transaction, which leads have become hot: the owner, or marketers and admins where a
 * lead has none who is still here. Nobody hears of test leads and deleted ones.
 */
export async function notifyHotLeads({
  context,
  leads,
}: {
  context: Context;
  leads: readonly HotLead[];
}): Promise<void> {
  if (leads.length === 0) return;
  const owners = await readOwners({ context, leads: leads.map((one) => one.lead) });
  const keepers = [...owners.values()].includes(null) ? await readKeepers(context) : [];
  const notices = leads.flatMap(({ lead: id, score }) => {
    const owner = owners.get(id);
    if (owner === undefined) return [];
    return (owner === null ? keepers : [owner]).map((userId) => ({
      userId,
      kind: 'lead-hot' as const,
      detail: { lead: id, score },
      href: `/leads/${id}`,
    }));
  });
  for (let from = 0; from < notices.length; from += batchSize) {
    await context.database.insert(notice).values(notices.slice(from, from + batchSize));
  }
}

const batchSize = 1_000;

/** Of leads to be told of, the owner who is still here; null: there is none. */
async function readOwners({
  context,
  leads,
}: {
  context: Context;
  leads: readonly LeadId[];
}): Promise<ReadonlyMap<LeadId, UserId | null>> {
  const rows = await context.database
    .select({ lead: lead.id, owner: user.id })
    .from(lead)
    .leftJoin(user, and(eq(user.id, lead.ownerId), eq(user.banned, false)))
    .where(and(inArray(lead.id, [...leads]), ofRealLeads(lead), isNull(lead.deletedAt)));
  return new Map(rows.map((row) => [row.lead, row.owner]));
}

async function readKeepers({ database }: Context): Promise<readonly UserId[]> {
  const rows = await database
    .select({ id: user.id })
    .from(user)
    .where(and(inArray(user.role, ['marketer', 'admin']), eq(user.banned, false)));
  return rows.map(({ id }) => id);
}
