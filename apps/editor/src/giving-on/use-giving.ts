import { parseInstant } from '@sodate/journey/time/instant';
import type { Brief } from '../handoffs/inbox-types.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

type Entry = Pick<Brief['entries'][number], 'from' | 'to' | 'by' | 'at'>;

/** Words the giving of a hand-off: who had it, who has it since, and who decided so. */
export function useGiving(): (entry: Entry) => string {
  const t = useTexts<typeof texts>('giving-on');
  const formats = useFormats();
  return ({ from, to, by, at }) => {
    const given = { name: to ?? '', at: formats.dateTime(parseInstant(at)) };
    const change = from === null ? t('givenTo', given) : t('givenFromTo', { ...given, from });
    return by === null ? change : t('changeBy', { change, by });
  };
}
