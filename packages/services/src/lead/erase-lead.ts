import { rightNow } from '@sodate/database/columns';
import { effect, effectAttempt, enrollment, step } from '@sodate/database/schema/enrollment';
import { event } from '@sodate/database/schema/event';
import { handoff, handoffEntry } from '@sodate/database/schema/handoff';
import { consent, lead, leadScore, visitor } from '@sodate/database/schema/lead';
import { clickToken, sentMail } from '@sodate/database/schema/mail';
import { notice } from '@sodate/database/schema/organisation';
import type { LeadId } from '@sodate/journey/id';
import { and, asc, inArray, isNull, ne, sql } from 'drizzle-orm';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { endPassage } from '../engine/end-passage.ts';
import { lockPassage } from '../engine/lock-passage.ts';
import { notFound } from '../errors.ts';
import { noContact } from '../handoff/next-contact.ts';
import { noticesOfLeads } from '../notice/notices-of-leads.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Removes everything personal about a lead, for good: passages end, fields, event properties, values seen and mail
 * copies are emptied, hand-offs withdrawn. Rows stay, so counts do.
 * Leads merged into it are erased with it. @throws RequestError 'not-found'.
 */
export async function eraseLead({ context, lead: id }: { context: Context; lead: LeadId }): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const rows = await inner.database
      .select()
      .from(lead)
      .where(inArray(lead.id, sql`(${mergedInto(id)})`))
      .orderBy(asc(lead.id))
      .for('no key update');
    const main = rows.find((row) => row.id === id);
    if (!main || main.erasedAt !== null) throw gone();
    const ids = rows.map((row) => row.id);
    await endPassages({ context: inner, leads: ids });
    await emptyTraces({ context: inner, leads: ids });
    await emptyRows({ context: inner, leads: ids });
    await writeAudit({ context: inner, line: { action: 'lead-erased', subject: 'lead', subjectId: id } });
  });
}

/** The lead, and all that were merged into it, whatever the way. */
function mergedInto(id: LeadId) {
  return sql`with recursive one (id) as (
    select ${id}::uuid union select pointer.id from lead pointer join one on pointer.merged_into = one.id
  ) select id from one`;
}

async function endPassages({ context, leads }: { context: Context; leads: readonly LeadId[] }): Promise<void> {
  const open = await context.database
    .select({ id: enrollment.id })
    .from(enrollment)
    .where(and(inArray(enrollment.leadId, [...leads]), ne(enrollment.state, 'ended')))
    .orderBy(asc(enrollment.id));
  for (const { id } of open) {
    const locked = await lockPassage({ context, enrollment: id });
    if (locked) await endPassage({ context, locked, reason: 'erased', workflow: 'close' });
  }
}

async function emptyTraces({
  context: { database },
  leads,
}: {
  context: Context;
  leads: readonly LeadId[];
}): Promise<void> {
  const of = [...leads];
  const passages = database.select({ id: enrollment.id }).from(enrollment).where(inArray(enrollment.leadId, of));
  const visitors = database.select({ id: visitor.id }).from(visitor).where(inArray(visitor.leadId, of));
  const handoffs = database.select({ id: handoff.id }).from(handoff).where(inArray(handoff.leadId, of));
  await database.update(step).set({ seen: [] }).where(inArray(step.enrollmentId, passages));
  // What a mail server answers often names the address.
  const effects = database.select({ key: effect.key }).from(effect).where(inArray(effect.leadId, of));
  await database.update(effectAttempt).set({ detail: null }).where(inArray(effectAttempt.key, effects));
  await database.update(effect).set({ error: null }).where(inArray(effect.leadId, of));
  await database.update(enrollment).set({ stuckWhy: null }).where(inArray(enrollment.leadId, of));
  await database.update(event).set({ properties: {}, source: null }).where(inArray(event.visitorId, visitors));
  await database
    .update(sentMail)
    .set({ subject: '', html: null, address: null, links: [] })
    .where(inArray(sentMail.leadId, of));
  await database.update(handoffEntry).set({ detail: {} }).where(inArray(handoffEntry.handoffId, handoffs));
  await database
    .update(handoff)
    .set({
      state: 'withdrawn',
      whyNow: {},
      outcomeNote: null,
      lookAt: null,
      until: null,
      closedAt: sql`coalesce(${handoff.closedAt}, ${rightNow})`,
    })
    .where(and(inArray(handoff.leadId, of), inArray(handoff.state, ['open', 'accepted'])));
  await database
    .update(handoff)
    .set({ ...noContact, whyNow: {}, outcomeNote: null, stuckWhy: null, stuckAt: null })
    .where(inArray(handoff.leadId, of));
  await database.delete(notice).where(noticesOfLeads(leads));
  await database.delete(clickToken).where(inArray(clickToken.leadId, of));
  await database.delete(consent).where(inArray(consent.leadId, of));
  await database.delete(leadScore).where(inArray(leadScore.leadId, of));
}

async function emptyRows({
  context: { database },
  leads,
}: {
  context: Context;
  leads: readonly LeadId[];
}): Promise<void> {
  const of = [...leads];
  await database
    .update(visitor)
    .set({ anonymousId: null, firstTouch: null, leadId: null })
    .where(and(inArray(visitor.leadId, of), sql`${visitor.anonymousId} is not null`));
  await database
    .update(visitor)
    .set({ firstTouch: null })
    .where(and(inArray(visitor.leadId, of), isNull(visitor.anonymousId)));
  await database
    .update(lead)
    .set({
      companyId: null,
      email: null,
      userId: null,
      name: '',
      nameKana: null,
      department: null,
      title: null,
      phone: null,
      address: null,
      region: null,
      attributes: {},
      firstTouch: null,
      ownerId: null,
      erasedAt: rightNow,
      deletedAt: rightNow,
      updatedAt: rightNow,
    })
    .where(inArray(lead.id, of));
}

function gone() {
  return notFound({
    ja: 'このリードは見つかりません。すでに消去されています。',
    en: 'This lead was not found: it has been erased already.',
  });
}
