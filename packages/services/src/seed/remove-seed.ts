import { effect, enrollment } from '@sodate/database/schema/enrollment';
import { event } from '@sodate/database/schema/event';
import { handoff } from '@sodate/database/schema/handoff';
import { company, consent, lead, leadScore, visitor } from '@sodate/database/schema/lead';
import { clickToken, sentMail } from '@sodate/database/schema/mail';
import { notice } from '@sodate/database/schema/organisation';
import type { LeadId } from '@sodate/journey/id';
import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { eraseLead } from '../lead/erase-lead.ts';
import { noticesOfLeads } from '../notice/notices-of-leads.ts';
import { inTransaction } from '../transaction.ts';
import { countMadeUpLeads, isMadeUp, madeUpDomains } from './made-up-leads.ts';
import { removeHandoffs } from './remove-handoffs.ts';
import { removeSales } from './remove-sales.ts';

const batchSize = 250;

export interface RemovedSeed {
  /** Leads taken out by this call. */
  readonly removed: number;
  readonly left: number;
}

/**
 * Takes one batch of the seed's leads out, with their past; call it until none are left, when their companies and the
 * made-up sales team go too. Who has been in a journey is erased instead, so that the counts of the journeys stay true.
 * Mails, score rules and journeys stay: they are the person's own by now.
 */
export async function removeSeed({ context }: { context: Context }): Promise<RemovedSeed> {
  const removed = await inTransaction({ context }, async (inner) => {
    const rows = await inner.database
      .select({ id: lead.id })
      .from(lead)
      .innerJoin(company, eq(company.id, lead.companyId))
      .where(isMadeUp())
      .orderBy(asc(lead.id))
      .limit(batchSize)
      .for('no key update', { of: lead });
    const leads = rows.map(({ id }) => id);
    if (leads.length === 0) return 0;
    await removeHandoffs({ context: inner, leads });
    const kept = await findCounted({ context: inner, leads });
    for (const id of kept) await eraseLead({ context: inner, lead: id });
    const others = leads.filter((id) => !kept.has(id));
    if (others.length > 0) await deleteLeads({ context: inner, leads: others });
    return leads.length;
  });
  const left = await countMadeUpLeads({ context });
  if (left === 0) {
    await removeSales({ context });
    await removeCompanies({ context, removed });
  }
  return { removed, left };
}

/** Those whose rows others count on. */
async function findCounted({
  context: { database },
  leads,
}: {
  context: Context;
  leads: readonly LeadId[];
}): Promise<ReadonlySet<LeadId>> {
  const of = [...leads];
  const found = await Promise.all([
    database.select({ id: enrollment.leadId }).from(enrollment).where(inArray(enrollment.leadId, of)),
    database.select({ id: handoff.leadId }).from(handoff).where(inArray(handoff.leadId, of)),
    database.select({ id: sentMail.leadId }).from(sentMail).where(inArray(sentMail.leadId, of)),
    database.select({ id: effect.leadId }).from(effect).where(inArray(effect.leadId, of)),
    database.select({ id: lead.mergedInto }).from(lead).where(inArray(lead.mergedInto, of)),
  ]);
  return new Set(found.flat().flatMap(({ id }) => id ?? []));
}

async function deleteLeads({
  context: { database },
  leads,
}: {
  context: Context;
  leads: readonly LeadId[];
}): Promise<void> {
  const of = [...leads];
  const visitors = await database.select({ id: visitor.id }).from(visitor).where(inArray(visitor.leadId, of));
  const ids = visitors.map(({ id }) => id);
  if (ids.length > 0) await database.delete(event).where(inArray(event.visitorId, ids));
  await database.delete(visitor).where(inArray(visitor.leadId, of));
  await database.delete(clickToken).where(inArray(clickToken.leadId, of));
  await database.delete(consent).where(inArray(consent.leadId, of));
  await database.delete(leadScore).where(inArray(leadScore.leadId, of));
  await database.delete(notice).where(noticesOfLeads(leads));
  await database.delete(lead).where(inArray(lead.id, of));
}

async function removeCompanies({ context, removed }: { context: Context; removed: number }): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const people = inner.database.select({ one: sql`1` }).from(lead).where(eq(lead.companyId, company.id));
    const gone = await inner.database
      .delete(company)
      .where(
        and(
          inArray(
            company.domain,
            sql`(select jsonb_array_elements_text(${JSON.stringify(madeUpDomains())}::text::jsonb))`,
          ),
          notExists(people),
        ),
      )
      .returning({ id: company.id });
    if (removed === 0 && gone.length === 0) return;
    await writeAudit({ context: inner, line: { action: 'seed-removed', subject: 'organisation', subjectId: '1' } });
  });
}
