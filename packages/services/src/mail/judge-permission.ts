import type { NotSentReason } from '@sodate/database/schema/enrollment';
import type { SendingFacts } from './sending-facts.ts';

/** Why a lead may not get a mail at all, in the order that a person would want to hear it; undefined: they may. */
export function judgePermission({
  lead,
  version,
  suppressed,
  consent,
}: Pick<SendingFacts, 'suppressed' | 'consent'> & {
  readonly lead: Pick<SendingFacts['lead'], 'erasedAt' | 'deletedAt' | 'email' | 'bouncedAt'>;
  readonly version: Pick<SendingFacts['version'], 'kind'>;
}): NotSentReason | undefined {
  if (lead.erasedAt !== null || lead.deletedAt !== null) return 'lead-erased';
  if (lead.email === null) return 'no-address';
  if (lead.bouncedAt !== null) return 'bounced';
  if (suppressed) return 'suppressed';
  // What a lead has asked for is sent without consent to advertising.
  if (version.kind === 'reply') return undefined;
  if (consent === false) return 'unsubscribed';
  return consent === null ? 'no-consent' : undefined;
}
