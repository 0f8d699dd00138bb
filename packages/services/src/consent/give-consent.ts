import { consent } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import type { Context } from '../context.ts';
import { storeEvents } from '../event/store-events.ts';
import { inTransaction } from '../transaction.ts';

/** What a person agreed to, in the words shown to them. */
export interface GivenConsent {
  readonly topic: string;
  readonly wording: string;
  /** Where: the address of the page, or who noted it. */
  readonly source: string;
}

/** Records a lead's agreement with its words and place, for ever, and stores it as an event. */
export async function giveConsent({
  context,
  lead,
  given: words,
}: {
  context: Context;
  lead: LeadId;
  given: GivenConsent;
}): Promise<void> {
  await recordConsent({ context, lead, words, given: true });
}

/** Records as lastingly that a lead does not agree, or no longer, to what was asked there. */
export async function withdrawConsent({
  context,
  lead,
  withdrawn: words,
}: {
  context: Context;
  lead: LeadId;
  withdrawn: GivenConsent;
}): Promise<void> {
  await recordConsent({ context, lead, words, given: false });
}

async function recordConsent({
  context,
  lead,
  words,
  given,
}: {
  context: Context;
  lead: LeadId;
  words: GivenConsent;
  given: boolean;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    await inner.database.insert(consent).values({ leadId: lead, given, ...words });
    const name = given ? 'consent-given' : 'consent-withdrawn';
    await storeEvents({ context: inner, events: [{ name, lead, properties: { topic: words.topic } }] });
  });
}
