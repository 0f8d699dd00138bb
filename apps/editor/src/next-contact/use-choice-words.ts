import type { ContactChoice } from '@sodate/services/handoff/contact-choices';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

/** 「明日 12/1(火)」 */
export function useChoiceWords() {
  const t = useTexts<typeof texts>('next-contact');
  const formats = useFormats();
  return {
    whole: ({ kind, date }: ContactChoice) => t(`choice.${kind}`, { date: formats.day(date) }),
    /** The same in two lines, for a foot that is narrow. */
    name: ({ kind }: ContactChoice) => t(`name.${kind}`),
    day: ({ date }: ContactChoice) => formats.day(date),
  };
}
