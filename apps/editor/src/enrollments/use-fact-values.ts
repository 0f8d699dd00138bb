import { useTexts } from '../language/use-texts.ts';
import type { PassageStep } from './passage-types.ts';
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

/** Words a value that was seen at a step: why a mail was not sent is a code there. */
export function useFactValues(): (seen: PassageStep['seen'][number]) => string {
  const t = useTexts<typeof texts>('enrollments');
  return ({ fact, value }) => {
    if (value === null) return t('nothing');
    const reason = fact === 'not-sent' ? reasons.find((known) => known === value) : undefined;
    return reason === undefined ? String(value) : t(`notSent.${reason}`);
  };
}
