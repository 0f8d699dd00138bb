import { parseInstant } from '@sodate/journey/time/instant';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import type { Brief } from './inbox-types.ts';
import type { texts } from './texts.ja.ts';

/** Where an answered hand-off stands, with the meeting that was recorded: 「面談済み」 and its day, or 「商談中」 and 「11/28(土)に面談」. */
export function useStandingWords() {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  return ({ state, metAt }: Pick<Brief, 'state' | 'metAt'>): readonly [state: string, meeting?: string] => {
    if (metAt === null) return [t(`state.${state}`)];
    const date = formats.date(parseInstant(metAt));
    return state === 'accepted' ? [t('state.met'), date] : [t(`state.${state}`), t('metOn', { date })];
  };
}
