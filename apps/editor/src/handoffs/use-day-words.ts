import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

/** 「11/30(月)〜12/4(金)」, or an end of it alone. */
export function useDayWords() {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  const word = (day: string | undefined) => (day === undefined ? '' : formats.day(day));
  return ({ from, until }: { from: string | undefined; until: string | undefined }) =>
    from === until ? word(from) : t('days.span', { from: word(from), until: word(until) });
}
