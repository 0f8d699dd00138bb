import { ActionIcon, Button, Group, Input, Select, Stack, TextInput } from '@mantine/core';
import type { UserId } from '@sodate/journey/id';
import type { ListedTeam } from '@sodate/services/team/list-teams';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { FormModal } from '../parts/form-modal.tsx';
import { Icon } from '../parts/icon.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { usePersonLabel } from '../people/use-person-label.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import classes from './settings.module.css';
import type { texts } from './texts.ja.ts';
import { WhoDeactivates } from './who-deactivates.tsx';

interface Member {
  readonly id: UserId;
  readonly name: string;
}

/** Makes a team, or changes one: its name, and its members in the order of their turns. */
export function TeamDialog({ team, onClose }: { team?: ListedTeam; onClose: () => void }) {
  const t = useTexts<typeof texts>('settings');
  const [name, setName] = useState(team?.name ?? '');
  const [members, setMembers] = useState<readonly Member[]>(team?.members ?? []);
  const [deleting, setDeleting] = useState(false);
  const done = async () => {
    await queryClient.invalidateQueries({ queryKey: trpc.teams.pathKey() });
    showSaved(t('saved'));
    onClose();
  };
  const save = useMutation(trpc.teams.save.mutationOptions({ onSuccess: done }));
  const remove = useMutation(trpc.teams.delete.mutationOptions({ onSuccess: done }));
  const id = team === undefined ? {} : { id: team.id };
  return (
    <FormModal opened onClose={onClose} title={team === undefined ? t('teams.addTitle') : t('teams.editTitle')}>
      <Stack gap="sm">
        <TextInput
          label={t('teams.name')}
          required
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Members members={members} onChange={setMembers} />
        {team !== undefined && <WhoDeactivates />}
        <Group justify="space-between">
          {team === undefined ? (
            <span />
          ) : (
            <Button variant="subtle" color="danger" onClick={() => setDeleting(true)}>
              {t('teams.delete')}
            </Button>
          )}
          <Button
            loading={save.isPending}
            disabled={name.trim() === ''}
            onClick={() => save.mutate({ ...id, name, members: members.map((member) => member.id) })}
          >
            {t('save')}
          </Button>
        </Group>
      </Stack>
      {team !== undefined && (
        <Confirm
          opened={deleting}
          onClose={() => setDeleting(false)}
          title={t('teams.deleteTitle', { name: team.name })}
          action={t('teams.delete')}
          danger
          onConfirm={() => remove.mutateAsync({ id: team.id })}
        >
          {t('teams.deleteHelp')}
        </Confirm>
      )}
    </FormModal>
  );
}

function Members({
  members,
  onChange,
}: {
  members: readonly Member[];
  onChange: (members: readonly Member[]) => void;
}) {
  const t = useTexts<typeof texts>('settings');
  const labelOf = usePersonLabel();
  const [search, setSearch] = useState('');
  const { data } = useQuery(trpc.people.list.queryOptions({ search, activeOnly: true, limit: 20 }));
  const offered = (data?.rows ?? []).filter(({ id }) => !members.some((member) => member.id === id));
  const move = ({ from, by }: { from: number; by: number }) => {
    const member = members[from];
    if (member !== undefined) onChange(members.toSpliced(from, 1).toSpliced(from + by, 0, member));
  };
  const add = (id: string | null) => {
    const person = offered.find((one) => one.id === id);
    if (person !== undefined) onChange([...members, person]);
    setSearch('');
  };
  return (
    <Input.Wrapper label={t('teams.membersLabel')} description={t('teams.membersHelp')} labelElement="div">
      <Stack gap={8}>
        {members.length > 0 && (
          <ol className={classes.turns}>
            {members.map(({ id, name }, place) => (
              <li key={id} className={classes.turn}>
                <span className={classes.turnName}>{labelOf({ id, name })}</span>
                <ActionIcon
                  variant="subtle"
                  color="idle"
                  disabled={place === 0}
                  aria-label={t('teams.up', { name })}
                  onClick={() => move({ from: place, by: -1 })}
                >
                  <Icon name="up" />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="idle"
                  disabled={place === members.length - 1}
                  aria-label={t('teams.down', { name })}
                  onClick={() => move({ from: place, by: 1 })}
                >
                  <Icon name="down" />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="idle"
                  aria-label={t('teams.remove', { name })}
                  onClick={() => onChange(members.toSpliced(place, 1))}
                >
                  <Icon name="close" />
                </ActionIcon>
              </li>
            ))}
          </ol>
        )}
        <Select
          aria-label={t('teams.addMember')}
          placeholder={t('teams.addMember')}
          data={offered.map((person) => ({ value: person.id, label: labelOf(person) }))}
          searchable
          value={null}
          searchValue={search}
          onSearchChange={setSearch}
          onChange={add}
          // The server has searched already, by address too.
          filter={({ options }) => options}
        />
      </Stack>
    </Input.Wrapper>
  );
}
