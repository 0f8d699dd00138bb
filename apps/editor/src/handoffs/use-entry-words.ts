import { parseInstant } from '@sodate/journey/time/instant';
import { useReasonWords } from '../answer-reasons/use-reason-words.ts';
import { useFormats } from '../language/use-formats.ts';
import { type Translate, useTexts } from '../language/use-texts.ts';
import type { Brief } from './inbox-types.ts';
import type { texts } from './texts.ja.ts';
import { useNames } from './use-names.ts';

type Entry = Brief['entries'][number];

/** What a line of the log of conversations says, its note and who wrote it aside. */
export function useEntryWords(): (entry: Entry) => string {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  const names = useNames();
  const reasonWords = useReasonWords();
  const contactOf = ({ contact }: Entry) => {
    if (contact === null) return '';
    const at = parseInstant(contact.at);
    return contact.timed ? formats.dateTime(at) : formats.date(at);
  };
  return (entry) =>
    words({ entry, told: names(entry.told), reason: reasonWords(entry.reason), contact: contactOf(entry), t });
}

function words({
  entry,
  told,
  reason,
  contact,
  t,
}: {
  entry: Entry;
  told: string;
  reason: string | undefined;
  contact: string;
  t: Translate<typeof texts>;
}): string {
  if (entry.kind === 'overdue' && told !== '') return t('entry.overdueTold', { names: told });
  if (entry.kind === 'rejected' && reason !== undefined) return t('entry.rejectedFor', { reason });
  if (entry.kind === 'lost' && reason !== undefined) return t('entry.lostFor', { reason });
  if (entry.undoes) {
    return entry.to === null
      ? t('entry.reassignUndoneNobody')
      : t('entry.reassignUndone', { from: entry.from ?? '', to: entry.to });
  }
  if (entry.kind === 'assigned' && entry.from !== null) {
    return t('entry.assignedFrom', { from: entry.from, to: entry.to ?? '' });
  }
  return t(`entry.${entry.kind}`, { to: entry.to ?? '', contact });
}
