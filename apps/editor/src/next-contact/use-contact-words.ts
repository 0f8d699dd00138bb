import { parseInstant } from '@sodate/journey/time/instant';
import type { NextContact } from '@sodate/services/handoff/next-contact';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

type Moment = Pick<NextContact, 'at' | 'date' | 'timed'>;

/** 「12/1(火)」, or 「12/1(火) 15:00」 where a time was chosen; and what is to be done then, as a list says it. */
export function useContactWords() {
  const t = useTexts<typeof texts>('next-contact');
  const formats = useFormats();
  const moment = ({ at, date, timed }: Moment) => (timed ? formats.dateTime(parseInstant(at)) : formats.day(date));
  return {
    moment,
    /** The same where what it is about stands beside it: 「12/3(木) 14:00」 and 「面談」. */
    beside: (contact: NextContact) => {
      const time = contact.timed ? t('clockAlone', { time: formats.clock(parseInstant(contact.at)) }) : '';
      return t(`about.${contact.standing}`, { at: moment(contact), time });
    },
    toDo: (contact: NextContact) => {
      const time = contact.timed ? t('clock', { time: formats.clock(parseInstant(contact.at)) }) : '';
      return t(`on.${contact.standing}`, { at: moment(contact), time });
    },
  };
}
