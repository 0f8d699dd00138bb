import { Button, Divider, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import type { ListedPerson } from '@sodate/services/person/list-people';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { FormModal } from '../parts/form-modal.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { unbroken } from '../parts/unbroken.ts';
import { type Absence, AbsenceFields } from '../people/absence-fields.tsx';
import { DueMeanwhile } from '../people/due-meanwhile.tsx';
import { LeavePerson } from '../people/leave-person.tsx';
import { PasswordLink } from '../people/password-link.tsx';
import type { texts as peopleTexts } from '../people/texts.ja.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { sessionQuery } from '../server/use-session.ts';
import { DeactivationAsked } from './deactivation-asked.tsx';
import { RoleSelect } from './role-select.tsx';
import type { texts } from './texts.ja.ts';

export type Person = ListedPerson;

export function EditPerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts<typeof texts>('settings');
  const words = useTexts<typeof peopleTexts>('people');
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState(person.role);
  const [absence, setAbsence] = useState<Absence>(person);
  const [leaving, setLeaving] = useState<'deactivate' | 'move' | 'move-meanwhile'>();
  const [password, setPassword] = useState('');
  const update = useMutation(
    trpc.people.update.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.people.pathKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.teams.pathKey() }),
          queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
        ]);
        showSaved(t('saved'));
      },
    }),
  );
  const { absent, absentDays } = absence;
  const save = (onSuccess: () => void) =>
    update.mutate({ id: person.id, name, role, absent, absentDays }, { onSuccess });
  const reset = useMutation(
    trpc.people.resetPassword.mutationOptions({
      onSuccess: () => {
        setPassword('');
        showSaved(t('people.resetDone'));
      },
    }),
  );
  return (
    <FormModal opened onClose={onClose} title={t('people.editTitle', { name: unbroken(person.name) })}>
      <Stack gap="sm">
        {person.active && <DeactivationAsked person={person} onDeactivate={() => setLeaving('deactivate')} />}
        <TextInput label={t('people.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <RoleSelect value={role} onChange={setRole} />
        <AbsenceFields value={absence} onChange={(changed) => setAbsence({ ...absence, ...changed })} />
        {person.active && (
          <DueMeanwhile
            person={person}
            absence={absence}
            saving={update.isPending}
            onMove={() => save(() => setLeaving('move-meanwhile'))}
          />
        )}
        <Group justify="flex-end">
          <Button loading={update.isPending} disabled={name.trim() === ''} onClick={() => save(onClose)}>
            {t('save')}
          </Button>
        </Group>
        <Divider />
        {person.active && <PasswordLink person={person} />}
        <PasswordInput
          label={t('people.newPassword')}
          description={t('people.newPasswordHelp')}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <div>
          <Button
            variant="default"
            disabled={password.length < 8}
            loading={reset.isPending}
            onClick={() => reset.mutate({ id: person.id, password })}
          >
            {t('people.reset')}
          </Button>
        </div>
        <Divider />
        <Group gap="xs">
          <Button variant="default" onClick={() => setLeaving('move')}>
            {words('move')}
          </Button>
          {person.active ? (
            <Button variant="default" color="danger" onClick={() => setLeaving('deactivate')}>
              {words('leave')}
            </Button>
          ) : (
            <Button
              variant="default"
              onClick={() => update.mutate({ id: person.id, active: true }, { onSuccess: onClose })}
            >
              {t('people.activate')}
            </Button>
          )}
        </Group>
        {leaving !== undefined && (
          <LeavePerson
            person={person}
            deactivates={leaving === 'deactivate'}
            during={absence.absentDays}
            meanwhile={leaving === 'move-meanwhile'}
            onClose={onClose}
          />
        )}
      </Stack>
    </FormModal>
  );
}
