import { consent } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { lockLeads } from '../event/lock-leads.ts';
import { storeEvents } from '../event/store-events.ts';
import { inTransaction } from '../transaction.ts';

const source = z.string().trim().min(1).max(300);

/** What a lead said to a person among us: agreement needs the words agreed to, a refusal does not. */
export const saidByLead = z.discriminatedUnion('given', [
  z.object({ given: z.literal(true), wording: z.string().trim().min(1).max(1_000), source }),
  z.object({ given: z.literal(false), wording: z.string().trim().max(1_000).default(''), source }),
]);

export const noteConsentInput = z
  .object({
    lead: z.uuid().transform((id) => id as LeadId),
    topic: z.string().trim().min(1).max(100),
  })
  .and(saidByLead);

/**
 * Records by hand that a lead agrees to a topic or no longer does, with where that was said; one row more in the history,
 * an event, and a line in the audit. @throws RequestError 'not-found'; 'conflict' where the newest word says so already.
 */
export async function noteConsent({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof noteConsentInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const [owner] = await lockLeads({ context: inner, leads: [input.lead] });
    if (owner === undefined || owner.deleted) throw gone();
    const { topic, given, wording, source: place } = input;
    const [newest] = await inner.database
      .select({ given: consent.given })
      .from(consent)
      .where(and(eq(consent.leadId, owner.id), eq(consent.topic, topic)))
      .orderBy(desc(consent.id))
      .limit(1);
    if (newest?.given === given) throw noted();
    await inner.database.insert(consent).values({ leadId: owner.id, topic, given, wording, source: place });
    const name = given ? 'consent-given' : 'consent-withdrawn';
    await storeEvents({ context: inner, events: [{ name, lead: owner.id, properties: { topic } }] });
    await writeAudit({
      context: inner,
      line: { action: name, subject: 'lead', subjectId: owner.id, detail: { topic } },
    });
  });
}

function gone() {
  return notFound({
    ja: 'このリードは見つかりません。消去されたか、リンクが古いようです。',
    en: 'There is no such lead. It was erased, or the link is out of date.',
  });
}

function noted() {
  return conflict({
    ja: 'すでにそのように記録されています。ページを読み込み直すと、最新の記録が見えます。',
    en: 'That is on record already. Reload the page to see the newest entry.',
  });
}
