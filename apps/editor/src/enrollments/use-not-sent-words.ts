import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

const reasons = [
  'no-address',
  'bounced',
  'unsubscribed',
  'no-consent',
  'suppressed',
  'too-late',
  'lead-erased',
  'held-back',
  'dropped',
] as const;

/** Words for why something was not sent; undefined of what is none of the reasons. */
export function useNotSentWords(): (value: unknown) => string | undefined {
  const t = useTexts<typeof texts>('enrollments');
  return (value) => {
    const reason = reasons.find((known) => known === value);
    return reason === undefined ? undefined : t(`notSent.${reason}`);
  };
}
