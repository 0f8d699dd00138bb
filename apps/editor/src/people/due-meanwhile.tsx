import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { Absence } from './absence-fields.tsx';
import type { texts } from './texts.ja.ts';
import { Warning } from './warning.tsx';

/** Of an absence that is arranged: what somebody has that falls due in it, and the way to give it on. */
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
  const { data: count = 0 } = useQuery(
    trpc.people.dueDuring.queryOptions({ id: person, days }, { enabled: arranged, staleTime: 0 }),
  );
  if (!arranged || count === 0) return null;
  return (
    <Warning>
      <p>{t(absent ? 'unansweredMeanwhile' : 'dueMeanwhile', { count })}</p>
      {onMove === undefined ? (
        <p>{t('askToMove')}</p>
      ) : (
        <Button size="compact-sm" variant="default" loading={saving} onClick={onMove}>
          {t(saves ? 'saveAndMove' : 'move')}
        </Button>
      )}
    </Warning>
  );
}
