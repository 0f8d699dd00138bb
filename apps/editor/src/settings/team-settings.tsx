import { Button } from '@mantine/core';
import type { ListedTeam } from '@sodate/services/team/list-teams';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RecentMovesNote } from '../giving-on/recent-moves-note.tsx';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import classes from './settings.module.css';
import { TeamDialog } from './team-dialog.tsx';
import { TeamHandoffs } from './team-handoffs.tsx';
import { TeamTurns } from './team-turns.tsx';
import type { texts } from './texts.ja.ts';
import { WhoDeactivates } from './who-deactivates.tsx';

/** A team is small and there are few: one page of 200 holds them all. Who is there changes elsewhere, too. */
const teamsQuery = trpc.teams.list.queryOptions(
  { limit: 200 },
  { placeholderData: keepPreviousData, staleTime: 0, refetchInterval: 30_000 },
);

/** So few are shown with all that is handed to them; of more, one asks for it team by team. */
const fewTeams = 3;

export function TeamSettings() {
  const t = useTexts<typeof texts>('settings');
  const { data } = useQuery(teamsQuery);
  const [open, setOpen] = useState<ListedTeam | 'new'>();
  return (
    <Panel
      title={t('teams')}
      actions={
        <Button size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => setOpen('new')}>
          {t('teams.add')}
        </Button>
      }
    >
      <p className="muted">{t('teams.help')}</p>
      <WhoDeactivates />
      <RecentMovesNote />
      {data?.rows.length === 0 && <EmptyState icon="users" title={t('teams.empty')} help={t('teams.emptyHelp')} />}
      <ul>
        {data?.rows.map((team) => (
          <li key={team.id} className={classes.team}>
            <div className={classes.teamWords}>
              <b>{team.name}</b>{' '}
              <small className="muted">
                {t('teams.members', { count: team.members.filter(({ deactivated }) => !deactivated).length })}
              </small>
              <TeamTurns members={team.members} />
              <ShownHandoffs team={team} first={data.rows.length <= fewTeams} />
            </div>
            <Button
              size="xs"
              variant="default"
              aria-label={`${t('teams.edit')}: ${team.name}`}
              onClick={() => setOpen(team)}
            >
              {t('teams.edit')}
            </Button>
          </li>
        ))}
      </ul>
      {open !== undefined && (
        <TeamDialog {...(open === 'new' ? {} : { team: open })} onClose={() => setOpen(undefined)} />
      )}
    </Panel>
  );
}

function ShownHandoffs({ team: { id, name }, first }: { team: ListedTeam; first: boolean }) {
  const t = useTexts<typeof texts>('settings');
  const [shown, setShown] = useState(first);
  if (shown) return <TeamHandoffs team={id} />;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={t('teams.showHandoffsOf', { name })}
      onClick={() => setShown(true)}
    >
      {t('teams.showHandoffs')}
    </Button>
  );
}
