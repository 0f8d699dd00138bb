import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { Absence } from './absence-fields.tsx';
import type { texts } from './texts.ja.ts';
import { Warning } from './warning.tsx';

/** Of an absence that is arranged: what somebody has that falls due in it, whom they were to contact, and the way to give it on. */
export function DueMeanwhile({
  person,
  absence: { absent, absentDays },
  saves = true,
  saving = false,
  onMove,
}: {
  person: string;
  absence: Absence;
  /** Giving them on saves the absence first. */
  saves?: boolean;
  saving?: boolean;
  /** Left out for those who cannot: they are told whom to ask. */
  onMove?: (() => void) | undefined;
}) {
  const t = useTexts<typeof texts>('people');
  const days = absent ? null : absentDays;
  const arranged = absent || absentDays !== null;
  const { data } = useQuery(
    trpc.people.dueDuring.queryOptions({ id: person, days }, { enabled: arranged, staleTime: 0 }),
  );
  if (!arranged || data === undefined || data.answers + data.contacts === 0) return null;
  const { answers, contacts } = data;
  // What is not saved yet stays on the screen.
  const target = saves ? '_blank' : '_self';
  return (
    <Warning>
      {answers > 0 && (
        <p>
          {t(absent ? 'unansweredMeanwhile' : 'dueMeanwhile', { count: answers })}{' '}
          <Link className="link" to="/handoffs" search={{ owner: person, ...days }} target={target}>
            {t(absent ? 'seeMeanwhile' : 'seeDueMeanwhile')}
            {saves && t('newTab')}
          </Link>
        </p>
      )}
      {contacts > 0 && (
        <p>
          {t(absent ? 'contactsFromNow' : 'contactsMeanwhile', { count: contacts })}{' '}
          <Link
            className="link"
            to="/handoffs"
            search={{ owner: person, view: 'working', contact: 'planned', ...days }}
            target={target}
          >
            {t('seeContacts')}
            {saves && t('newTab')}
          </Link>
        </p>
      )}
      {onMove === undefined ? (
        <p>{t('askToMove')}</p>
      ) : (
        <Button size="compact-sm" variant="default" loading={saving} onClick={onMove}>
          {t(saves ? 'saveAndMove' : 'moveDue')}
        </Button>
      )}
    </Warning>
  );
}
