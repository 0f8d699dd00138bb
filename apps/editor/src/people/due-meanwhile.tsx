import { Button } from '@mantine/core';
import type { UserId } from '@sodate/journey/id';
import type { DueDuring } from '@sodate/services/person/count-due-during';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { unbroken } from '../parts/unbroken.ts';
import { trpc } from '../server/trpc.ts';
import type { Absence } from './absence-fields.tsx';
import type { texts } from './texts.ja.ts';
import { Warning } from './warning.tsx';

/** What calls for somebody while they are away; undefined until it is known, and where no absence is arranged. */
export function useDueMeanwhile({
  person,
  absence: { absent, absentDays },
}: {
  person: UserId;
  absence: Absence;
}): DueDuring | undefined {
  const arranged = absent || absentDays !== null;
  const days = absent ? null : absentDays;
  const { data } = useQuery(
    trpc.people.dueDuring.queryOptions({ id: person, days }, { enabled: arranged, staleTime: 0 }),
  );
  return arranged ? data : undefined;
}

/** Of an absence that is arranged: what somebody has that falls due in it, whom they were to contact, and the way to give it on. */
export function DueMeanwhile({
  person,
  absence,
  saves = true,
  saving = false,
  onMove,
}: {
  person: { readonly id: UserId; readonly name: string };
  absence: Absence;
  /** Giving them on saves the absence first. */
  saves?: boolean;
  saving?: boolean;
  /** Left out for those who cannot: they are told whom to ask. */
  onMove?: (() => void) | undefined;
}) {
  const t = useTexts<typeof texts>('people');
  const { absent, absentDays } = absence;
  const days = absent ? null : absentDays;
  const due = useDueMeanwhile({ person: person.id, absence });
  if (due === undefined || due.answers + due.contacts + due.overdue === 0) return null;
  const { answers, contacts, overdue } = due;
  // What is not saved yet stays on the screen.
  const target = saves ? '_blank' : '_self';
  return (
    <Warning>
      {answers > 0 && (
        <p>
          {t(absent ? 'unansweredMeanwhile' : 'dueMeanwhile', { count: answers })}{' '}
          <Link className="link" to="/handoffs" search={{ owner: person.id, ...days }} target={target}>
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
            search={{ owner: person.id, view: 'working', contact: 'planned', ...days }}
            target={target}
          >
            {t('seeContacts')}
            {saves && t('newTab')}
          </Link>
        </p>
      )}
      {overdue > 0 && (
        <p>
          {t('overdueMeanwhile', { count: overdue, name: unbroken(person.name) })}{' '}
          <Link className="link" to="/handoffs" search={{ owner: person.id }} target={target}>
            {t('seeOverdue')}
            {saves && t('newTab')}
          </Link>
        </p>
      )}
      {answers + contacts > 0 && <WayToMove saves={saves} saving={saving} onMove={onMove} />}
    </Warning>
  );
}

function WayToMove({ saves, saving, onMove }: { saves: boolean; saving: boolean; onMove: (() => void) | undefined }) {
  const t = useTexts<typeof texts>('people');
  if (onMove === undefined) return <p>{t('askToMove')}</p>;
  // Where it also saves, it is what one came for.
  return (
    <Button size="compact-sm" variant={saves ? 'filled' : 'default'} loading={saving} onClick={onMove}>
      {t(saves ? 'saveAndMove' : 'moveDue')}
    </Button>
  );
}
