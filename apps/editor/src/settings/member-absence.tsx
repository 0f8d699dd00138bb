import { Button, Group, Modal, Stack } from '@mantine/core';
import type { TeamMember } from '@sodate/services/team/list-teams';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { showSaved } from '../parts/show-saved.ts';
import { type Absence, AbsenceFields } from '../people/absence-fields.tsx';
import { LeavePerson } from '../people/leave-person.tsx';
import type { texts as peopleTexts } from '../people/texts.ja.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { sessionQuery } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

/** When a member takes no turns; what they have already can be passed on from here too. */
export function MemberAbsence({ member, onClose }: { member: TeamMember; onClose: () => void }) {
  const t = useTexts<typeof texts>('settings');
  const words = useTexts<typeof peopleTexts>('people');
  const [absence, setAbsence] = useState<Absence>(member);
  const [moving, setMoving] = useState(false);
  const set = useMutation(
    trpc.people.setAbsence.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.teams.pathKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.people.pathKey() }),
          queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
        ]);
        showSaved(t('saved'));
        onClose();
      },
    }),
  );
  const { absent, absentDays } = absence;
  if (moving) return <LeavePerson person={member} deactivates={false} onClose={() => setMoving(false)} />;
  return (
    <Modal opened onClose={onClose} title={t('teams.arrangeOf', { name: member.name })}>
      <Stack gap="sm">
        <AbsenceFields value={absence} onChange={(changed) => setAbsence({ ...absence, ...changed })} />
        <Group justify="space-between">
          <Button variant="default" onClick={() => setMoving(true)}>
            {words('move')}
          </Button>
          <Button loading={set.isPending} onClick={() => set.mutate({ id: member.id, absent, absentDays })}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
