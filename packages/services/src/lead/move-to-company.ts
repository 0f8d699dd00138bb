import { rightNow } from '@sodate/database/columns';
import { lead } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import { and, eq, sql } from 'drizzle-orm';
import { findOrCreateCompany } from '../company/find-or-create-company.ts';
import type { Context } from '../context.ts';
import { appendEvents } from '../event/append-events.ts';
import { lockLeads } from '../event/lock-leads.ts';
import { normaliseName } from './normalise-name.ts';

/** Puts a lead to the company of this name, which is made where nobody has it yet; null or blank: to none. */
export async function moveToCompany({
  context,
  lead: id,
  company,
  isNew = false,
}: {
  context: Context;
  lead: LeadId;
  company: string | null;
  /** Made just now: what was given at its making is no change. */
  isNew?: boolean;
}): Promise<void> {
  const [locked] = await lockLeads({ context, leads: [id] });
  if (locked === undefined) return;
  const name = normaliseName(company ?? '');
  const companyId = name === '' ? null : ((await findOrCreateCompany({ context, traits: { name } })) ?? null);
  const moved = await context.database
    .update(lead)
    .set({ companyId, updatedAt: rightNow })
    .where(and(eq(lead.id, locked.id), sql`${lead.companyId} is distinct from ${companyId}::uuid`))
    .returning({ id: lead.id });
  if (moved.length === 0 || isNew) return;
  const properties = { of: 'lead', attribute: 'company' };
  await appendEvents({ context, events: [{ lead: locked.id, name: 'attribute-changed', properties }] });
}
