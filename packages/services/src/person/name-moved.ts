import { handoff } from '@sodate/database/schema/handoff';
import { company, lead } from '@sodate/database/schema/lead';
import type { HandoffId, LeadId, UserId } from '@sodate/journey/id';
import { eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';

const most = 100;

export interface MovedHandoff {
  readonly id: HandoffId;
  readonly owner: UserId;
  readonly lead: { readonly id: LeadId; readonly name: string; readonly company: string | null };
}

/** Whose leads these are that were moved, and who has them now: the first hundred, in the order given. */
export async function nameMoved({
  context,
  moved,
}: {
  context: Context;
  moved: readonly { readonly id: HandoffId; readonly owner: UserId }[];
}): Promise<readonly MovedHandoff[]> {
  const named = moved.slice(0, most);
  if (named.length === 0) return [];
  const rows = await context.database
    .select({ id: handoff.id, lead: lead.id, name: lead.name, company: company.name })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .leftJoin(company, eq(company.id, lead.companyId))
    .where(
      inArray(
        handoff.id,
        named.map(({ id }) => id),
      ),
    );
  const leads = new Map(rows.map((row) => [row.id, row]));
  const personal = seesPersonalData(context.actor);
  return named.flatMap(({ id, owner }) => {
    const found = leads.get(id);
    if (found === undefined) return [];
    return [{ id, owner, lead: { id: found.lead, name: personal ? found.name : '', company: found.company } }];
  });
}
