import type { NotSentReason } from '@sodate/database/schema/enrollment';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

/** Each once; the type holds it to the server's, with what a person let go by. */
const known = {
  'no-address': true,
  bounced: true,
  unsubscribed: true,
  'no-consent': true,
  suppressed: true,
  'too-late': true,
  'lead-erased': true,
  'held-back': true,
  dropped: true,
} as const satisfies Record<NotSentReason | 'dropped', true>;

const reasons = Object.keys(known) as readonly (keyof typeof known)[];

/** Words for why something was not sent; undefined of what is none of the reasons. */
export function useNotSentWords(): (value: unknown) => string | undefined {
  const t = useTexts<typeof texts>('enrollments');
  return (value) => {
    const reason = reasons.find((one) => one === value);
    return reason === undefined ? undefined : t(`notSent.${reason}`);
  };
}
