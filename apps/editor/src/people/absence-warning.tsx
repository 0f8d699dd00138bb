import type { ListedPerson } from '@sodate/services/person/list-people';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';
import { Warning } from './warning.tsx';

type Chosen = Pick<ListedPerson, 'name' | 'away' | 'awayFrom' | 'absent' | 'absentDays'>;

/** Of whom one is about to give hand-offs: that they are away now or soon, or on a day that `concerns` these. */
export function AbsenceWarning({ person, concerns = false }: { person: Chosen | undefined; concerns?: boolean }) {
  const t = useTexts<typeof texts>('people');
  const formats = useFormats();
  if (person === undefined) return null;
  const { name, away, awayFrom, absent, absentDays } = person;
  if (!away && awayFrom === null && !concerns) return null;
  const when = () => {
    if (absent || absentDays === null) return t('isAway', { name });
    const [from, until] = [formats.day(absentDays.from), formats.day(absentDays.until)];
    return away ? t('isAwayUntil', { name, until }) : t('willBeAway', { name, from, until });
  };
  return (
    <Warning>
      <p>
        {when()}
        {t('awayMeans')}
      </p>
    </Warning>
  );
}
