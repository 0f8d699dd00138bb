import { Checkbox, Radio, Stack } from '@mantine/core';
import type { OpenHandoffs } from '@sodate/services/person/count-open-handoffs';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';
import type { Move, WhichToMove } from './use-move.ts';

interface Choice {
  readonly counts: OpenHandoffs | undefined;
  /** How many call for them in the days away; undefined: there is nothing to choose. */
  readonly called: number | undefined;
  readonly which: WhichToMove;
  readonly choosesWorking: boolean;
  /** Who keeps what is not given on. */
  readonly hasOwner: boolean;
  set(which: Partial<WhichToMove>): void;
}

/** What of somebody's is to be given on: all, all but those in progress, or what calls for them while they are away. */
export function useWhichToMove({ person, deactivates, during, meanwhile = false }: Move): Choice {
  const id = person === 'nobody' ? person : person.id;
  const { data: counts } = useQuery(trpc.people.openHandoffs.queryOptions({ id }));
  const days = deactivates || person === 'nobody' ? null : (during ?? null);
  const { data: due, isLoading } = useQuery(
    trpc.people.dueDuring.queryOptions(days === null ? skipToken : { id, days }),
  );
  const [chosen, setChosen] = useState<WhichToMove>({ working: true, meanwhile });
  const all = counts === undefined ? 0 : counts.open + counts.working;
  const calling = due === undefined ? 0 : due.answers + due.contacts;
  const called = calling > 0 && calling < all ? calling : undefined;
  const isMeanwhile = called !== undefined && chosen.meanwhile;
  const choosesWorking = !deactivates && !isMeanwhile && counts !== undefined && counts.open > 0 && counts.working > 0;
  return {
    // Where it cannot be read, everything may be given on all the same.
    counts: isLoading ? undefined : counts,
    called,
    which: { working: chosen.working || !choosesWorking, meanwhile: isMeanwhile },
    choosesWorking,
    hasOwner: person !== 'nobody',
    set: (changed) => setChosen({ ...chosen, ...changed }),
  };
}

/** How many there are, and which of them are meant, where one may choose. */
export function WhichToMoveFields({
  choice: { counts, called, which, choosesWorking, hasOwner, set },
}: {
  choice: Choice;
}) {
  const t = useTexts<typeof texts>('people');
  if (counts === undefined || counts.open + counts.working === 0) return <p>{t('noHandoffs')}</p>;
  return (
    <>
      <p>{t('moveCounts', { open: counts.open, working: counts.working })}</p>
      {called !== undefined && (
        <Radio.Group
          label={t('moveWhich')}
          value={which.meanwhile ? 'meanwhile' : 'all'}
          onChange={(value) => set({ meanwhile: value === 'meanwhile' })}
        >
          <Stack gap="xs" mt={6}>
            <Radio value="meanwhile" label={t('moveMeanwhile', { count: called })} />
            <Radio value="all" label={t('moveEverything', { count: counts.open + counts.working })} />
          </Stack>
        </Radio.Group>
      )}
      {choosesWorking && (
        <Checkbox
          label={t('moveWorking', { count: counts.working })}
          {...(hasOwner ? { description: t('moveWorkingHelp') } : {})}
          checked={which.working}
          onChange={({ currentTarget }) => set({ working: currentTarget.checked })}
        />
      )}
    </>
  );
}
