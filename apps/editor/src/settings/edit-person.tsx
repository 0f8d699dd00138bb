import { Button, Divider, Group, Modal, PasswordInput, Stack, Switch, TextInput } from '@mantine/core';
import type { ListedPerson } from '@sodate/services/person/list-people';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { showSaved } from '../parts/show-saved.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { sessionQuery } from '../server/use-session.ts';
import { RoleSelect } from './role-select.tsx';
import type { texts } from './texts.ja.ts';

export type Person = ListedPerson;

export function EditPerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts<typeof texts>('settings');
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState(person.role);
  const [absent, setAbsent] = useState(person.absent);
  const [password, setPassword] = useState('');
  const update = useMutation(
    trpc.people.update.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.people.pathKey() }),
          queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
        ]);
        showSaved(t('saved'));
        onClose();
      },
    }),
  );
  const reset = useMutation(
    trpc.people.resetPassword.mutationOptions({
      onSuccess: () => {
        setPassword('');
        showSaved(t('people.resetDone'));
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={t('people.editTitle', { name: person.name })}>
      <Stack gap="sm">
        <TextInput label={t('people.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <RoleSelect value={role} onChange={setRole} />
        <Switch label={t('own.absent')} checked={absent} onChange={(event) => setAbsent(event.currentTarget.checked)} />
        <Group justify="flex-end">
          <Button
            loading={update.isPending}
            disabled={name.trim() === ''}
            onClick={() => update.mutate({ id: person.id, name, role, absent })}
          >
            {t('save')}
          </Button>
        </Group>
        <Divider />
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
        {person.active && <p className="muted">{t('people.deactivateHelp')}</p>}
        <div>
          <Button
            variant="default"
            color={person.active ? 'danger' : 'accent'}
            onClick={() => update.mutate({ id: person.id, active: !person.active })}
          >
            {person.active ? t('people.deactivate') : t('people.activate')}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
