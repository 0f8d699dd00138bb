import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { RecentMovesNote } from '../giving-on/recent-moves-note.tsx';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { AbsenceFields } from '../people/absence-fields.tsx';
import { DueMeanwhile } from '../people/due-meanwhile.tsx';
import { LeavePerson } from '../people/leave-person.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { sessionQuery, useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

/** When one takes no team turns oneself. */
export function OwnAbsence() {
  const t = useTexts<typeof texts>('settings');
  const { person } = useSession();
  const [moving, setMoving] = useState(false);
  const mayMove = person.role === 'admin' || person.role === 'sales-manager';
  const update = useMutation(
    trpc.people.updateOwn.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
        showSaved(t('saved'));
      },
    }),
  );
  return (
    <Panel title={t('own.absence')}>
      <Stack gap="sm">
        <AbsenceFields value={person} onChange={(changed) => update.mutate(changed)} />
        <DueMeanwhile
          person={person}
          absence={person}
          saves={false}
          onMove={mayMove ? () => setMoving(true) : undefined}
        />
        <RecentMovesNote />
        {moving && (
          <LeavePerson
            person={person}
            deactivates={false}
            during={person.absentDays}
            meanwhile
            onClose={() => setMoving(false)}
          />
        )}
      </Stack>
    </Panel>
  );
}
