import { Button, Divider, Group, Stack } from '@mantine/core';
import type { TeamMember } from '@sodate/services/team/list-teams';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { FormModal } from '../parts/form-modal.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { unbroken } from '../parts/unbroken.ts';
import { type Absence, AbsenceFields } from '../people/absence-fields.tsx';
import { DueMeanwhile, useDueMeanwhile } from '../people/due-meanwhile.tsx';
import { LeavePerson } from '../people/leave-person.tsx';
import type { texts as peopleTexts } from '../people/texts.ja.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { sessionQuery } from '../server/use-session.ts';
import { AskToDeactivate } from './ask-to-deactivate.tsx';
import type { texts } from './texts.ja.ts';

/** When a member takes no turns; what they have already can be reassigned from here too. */
export function MemberAbsence({ member, onClose }: { member: TeamMember; onClose: () => void }) {
  const t = useTexts<typeof texts>('settings');
  const words = useTexts<typeof peopleTexts>('people');
  // Only what was changed here is saved: meanwhile the member may have changed the rest.
  const [changes, setChanges] = useState<Partial<Absence>>({});
  const [moving, setMoving] = useState<'saved' | 'unsaved'>();
  const set = useMutation(
    trpc.people.setAbsence.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.teams.pathKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.people.pathKey() }),
          queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
        ]);
        showSaved(t('saved'));
      },
    }),
  );
  const absence = { ...member, ...changes };
  const due = useDueMeanwhile({ person: member.id, absence });
  const movesFirst = Object.keys(changes).length > 0 && due !== undefined && due.answers + due.contacts > 0;
  const save = (onSuccess: () => void) => set.mutate({ id: member.id, ...changes }, { onSuccess });
  const during = changes.absentDays === undefined ? member.absentDays : changes.absentDays;
  if (moving !== undefined) {
    // What is not saved yet waits in the form, to be saved there.
    const isWaiting = moving === 'unsaved' && Object.keys(changes).length > 0;
    const close = isWaiting ? () => setMoving(undefined) : onClose;
    const from = { person: member, during, meanwhile: moving === 'saved' };
    return <LeavePerson {...from} deactivates={false} onClose={close} />;
  }
  return (
    <FormModal opened onClose={onClose} title={t('teams.arrangeOf', { name: unbroken(member.name) })}>
      <Stack gap="sm">
        <AbsenceFields value={absence} onChange={(changed) => setChanges({ ...changes, ...changed })} />
        <DueMeanwhile
          person={member}
          absence={absence}
          saves={Object.keys(changes).length > 0}
          saving={set.isPending}
          onMove={() => (Object.keys(changes).length > 0 ? save(() => setMoving('saved')) : setMoving('saved'))}
        />
        <Group justify="space-between">
          <Button variant="default" onClick={() => setMoving('unsaved')}>
            {words('move')}
          </Button>
          <Button variant={movesFirst ? 'default' : 'filled'} loading={set.isPending} onClick={() => save(onClose)}>
            {movesFirst ? words('saveAlone') : t('save')}
          </Button>
        </Group>
        <Divider />
        <AskToDeactivate person={member} />
      </Stack>
    </FormModal>
  );
}
