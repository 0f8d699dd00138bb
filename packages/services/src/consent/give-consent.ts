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
  given,
}: {
  context: Context;
  lead: LeadId;
  given: GivenConsent;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    await inner.database.insert(consent).values({ leadId: lead, given: true, ...given });
    const { topic } = given;
    await storeEvents({ context: inner, events: [{ name: 'consent-given', lead, properties: { topic } }] });
  });
}
