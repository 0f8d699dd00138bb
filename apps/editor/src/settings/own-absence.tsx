import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { AbsenceFields } from '../people/absence-fields.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { sessionQuery, useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

/** When one takes no team turns oneself. */
export function OwnAbsence() {
  const t = useTexts<typeof texts>('settings');
  const { person } = useSession();
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
      </Stack>
    </Panel>
  );
}
