import { Button, Group } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { RecentMovesNote } from '../giving-on/recent-moves-note.tsx';
import { useTexts } from '../language/use-texts.ts';
import { Avatar } from '../parts/avatar.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import { usePaging } from '../parts/use-paging.ts';
import { InvitePerson } from '../people/invite-person.tsx';
import { NoManager } from '../people/no-manager.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { EditPerson, type Person } from './edit-person.tsx';
import classes from './settings.module.css';
import type { texts } from './texts.ja.ts';

export function PeopleSettings() {
  const t = useTexts<typeof texts>('settings');
  const paging = usePaging();
  const { data, isPending } = useQuery(
    trpc.people.list.queryOptions(
      { ...(paging.after === undefined ? {} : { after: paging.after }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const { invite, person: asked } = useSearch({ from: '/frame/settings/people' });
  const found = useAsked(asked);
  const [adding, setAdding] = useState(false);
  const navigate = useNavigate();
  const close = () => {
    setAdding(false);
    setEditing(undefined);
    // Loading the page again must not ask again.
    if (invite !== undefined || asked !== undefined) void navigate({ to: '/settings/people', replace: true });
  };
  const [chosen, setEditing] = useState<Person>();
  const editing = chosen ?? found;
  const columns = useColumns(setEditing);
  return (
    <Panel
      title={t('people')}
      actions={
        <Button size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>
          {t('people.add')}
        </Button>
      }
    >
      <NoManager inPlace />
      <RecentMovesNote />
      <DataTable
        label={t('people')}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={({ id }) => id}
        loading={isPending}
        empty={<EmptyState title={t('people.empty')} icon="users" />}
        paging={paging}
        next={data?.next}
      />
      <InvitePerson
        opened={adding || invite !== undefined}
        role={invite === true ? undefined : invite}
        onClose={close}
      />
      {editing !== undefined && <EditPerson key={editing.id} person={editing} onClose={close} />}
    </Panel>
  );
}

/** Whose settings the address asks for. */
function useAsked(person: string | undefined): Person | undefined {
  const { data } = useQuery(
    trpc.people.list.queryOptions({ person: person ?? '', limit: 1 }, { enabled: person !== undefined }),
  );
  return person === undefined ? undefined : data?.rows[0];
}

function useColumns(onEdit: (person: Person) => void): readonly Column<Person>[] {
  const t = useTexts<typeof texts>('settings');
  const { person: own } = useSession();
  const wide = useIsWide();
  const stateOf = ({ active, away, invited }: Person) => {
    if (!active) return t('people.inactive');
    if (invited) return away ? t('people.invitedAway') : t('people.invited');
    return away ? t('people.absent') : t('people.active');
  };
  return [
    {
      key: 'name',
      title: t('people.name'),
      cell: (person) => (
        <Group gap={8} wrap="nowrap">
          <Avatar name={person.name} />
          <span>
            <b>{person.name}</b> {person.id === own.id && <small className="muted">({t('people.you')})</small>}
            {person.madeUp && <small className="muted">({t('people.madeUp')})</small>}
            <br />
            <small className="muted">{person.email}</small>
            {!wide && (
              <small className={classes.role}>
                {t(`role.${person.role}`)} · {stateOf(person)}
              </small>
            )}
          </span>
        </Group>
      ),
    },
    { key: 'role', title: t('people.role'), secondary: true, cell: ({ role }) => t(`role.${role}`) },
    { key: 'state', title: t('people.state'), secondary: true, cell: stateOf },
    {
      key: 'edit',
      title: <span className="unseen">{t('people.edit')}</span>,
      align: 'right',
      cell: (person) => (
        <Button
          size="xs"
          variant="default"
          aria-label={`${t('people.edit')}: ${person.name}`}
          onClick={() => onEdit(person)}
        >
          {t('people.edit')}
        </Button>
      ),
    },
  ];
}
