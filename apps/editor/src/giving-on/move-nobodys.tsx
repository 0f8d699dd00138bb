import { Button } from '@mantine/core';
import { useState } from 'react';
import { type InboxSearch, isCounted } from '../handoffs/inbox-search.ts';
import type { HandoffCounts } from '../handoffs/inbox-types.ts';
import { useTexts } from '../language/use-texts.ts';
import { LeavePerson } from '../people/leave-person.tsx';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

/** Of those that nobody has: all at once to a person, or to a team in turns. */
export function MoveNobodys({ search, counts }: { search: InboxSearch; counts: HandoffCounts | undefined }) {
  const t = useTexts<typeof texts>('giving-on');
  const { role } = useSession().person;
  const [moving, setMoving] = useState(false);
  const mayMove = role === 'admin' || role === 'sales-manager';
  const count = counts === undefined ? 0 : counts.open + counts.working;
  const shown = mayMove && search.owner === 'nobody' && !isCounted(search) && count > 0;
  return (
    <>
      {shown && (
        <Button size="xs" variant="default" onClick={() => setMoving(true)}>
          {t('moveNobodys', { count })}
        </Button>
      )}
      {moving && <LeavePerson person="nobody" deactivates={false} onClose={() => setMoving(false)} />}
    </>
  );
}
