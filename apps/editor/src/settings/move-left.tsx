import { Button } from '@mantine/core';
import type { TeamMember } from '@sodate/services/team/list-teams';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { LeavePerson } from '../people/leave-person.tsx';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

/** Of somebody who was deactivated: the way to move what they left, while there is any. */
export function MoveLeft({ person }: { person: Pick<TeamMember, 'id' | 'name'> }) {
  const t = useTexts<typeof texts>('settings');
  const { data } = useQuery(trpc.people.openHandoffs.queryOptions({ id: person.id }, { staleTime: 0 }));
  const [opened, setOpened] = useState(false);
  const count = data === undefined ? 0 : data.open + data.working;
  return (
    <>
      {count > 0 && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('teams.moveLeftOf', { name: person.name, count })}
          onClick={() => setOpened(true)}
        >
          {t('teams.moveLeft', { count })}
        </Button>
      )}
      {opened && <LeavePerson person={person} deactivates={false} onClose={() => setOpened(false)} />}
    </>
  );
}
