import type { LeadDetail } from './lead-types.ts';

/** What marketing mails need consent to. */
export const marketingTopic = 'marketing';

/** Whether marketing mails reach this lead: it agreed, and has not taken that back. */
export function mayBeMailed({ consents }: Pick<LeadDetail, 'consents'>): boolean {
  return consents.find(({ topic }) => topic === marketingTopic)?.given ?? false;
}
