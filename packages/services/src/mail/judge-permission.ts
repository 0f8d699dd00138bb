import type { NotSentReason } from '@sodate/database/schema/enrollment';
import type { MailVersionRow } from '@sodate/database/schema/mail';
import type { MailStanding } from './standing-sql.ts';

/**
 * Why a lead may not get a mail of this kind at all, in the order that a person would want to hear it; undefined: they
 * may. The one place where this is decided. `consent`: the newest word on the mail's topic; null: none was ever given.
 */
export function judgePermission({
  standing,
  consent,
  kind,
}: {
  readonly standing: MailStanding;
  readonly consent: boolean | null;
  readonly kind: MailVersionRow['kind'];
}): NotSentReason | undefined {
  if (standing.gone) return 'lead-erased';
  if (!standing.hasAddress) return 'no-address';
  if (standing.bounced) return 'bounced';
  if (standing.suppressed) return 'suppressed';
  // What a lead has asked for is sent without consent to advertising.
  if (kind === 'reply') return undefined;
  if (consent === false) return 'unsubscribed';
  return consent === null ? 'no-consent' : undefined;
}
