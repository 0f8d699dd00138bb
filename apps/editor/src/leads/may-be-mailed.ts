import type { LeadDetail } from './lead-types.ts';

/** What marketing mails need consent to. */
export const marketingTopic = 'marketing';

/** What this lead said last about marketing mails; null: nothing yet. */
export function marketingConsent({ consents }: Pick<LeadDetail, 'consents'>): boolean | null {
  return consents.find(({ topic }) => topic === marketingTopic)?.given ?? null;
}

/** Whether marketing mails reach this lead: it agreed, and has not taken that back. */
export function mayBeMailed(lead: Pick<LeadDetail, 'consents'>): boolean {
  return marketingConsent(lead) === true;
}
