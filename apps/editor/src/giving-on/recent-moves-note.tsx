import { ActionIcon, Button } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import type { RecentMove } from '@sodate/services/handoff/list-recent-moves';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSalespeople } from '../handoffs/use-salespeople.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { Icon } from '../parts/icon.tsx';
import { MoveResult } from '../people/move-result.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import classes from './recent-moves-note.module.css';
import type { texts } from './texts.ja.ts';
import { useUndoReassign } from './use-undo-reassign.ts';

/** Where hand-offs are moved from: what one moved in the last hour, which went to whom, and the way back while there is one. */
export function RecentMovesNote() {
  const { role } = useSession().person;
  const moves = trpc.handoffs.recentMoves.queryOptions(undefined, {
    enabled: role === 'sales-manager' || role === 'admin',
    staleTime: 0,
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  });
  const { data = [] } = useQuery(moves);
  const [closed, setClosed] = useSessionStorage<readonly string[]>({ key: 'closed-moves', defaultValue: [] });
  const shown = data.filter(({ id, undoUntil }) => undoUntil !== null || !closed.includes(id));
  return shown.length > 0 && <Moves moves={shown} onClose={(id) => setClosed([...closed, id])} />;
}

function Moves({ moves, onClose }: { moves: readonly RecentMove[]; onClose: (id: string) => void }) {
  const [looked, setLooked] = useState<RecentMove>();
  return (
    <>
      <ul className={classes.moves}>
        {moves.map((move) => (
          <Move key={move.id} move={move} onLook={() => setLooked(move)} onClose={() => onClose(move.id)} />
        ))}
      </ul>
      {looked !== undefined && <MoveResult moved={looked} onClose={() => setLooked(undefined)} />}
    </>
  );
}

function Move({ move, onLook, onClose }: { move: RecentMove; onLook: () => void; onClose: () => void }) {
  const t = useTexts<typeof texts>('giving-on');
  const formats = useFormats();
  const people = useSalespeople();
  const undo = useUndoReassign();
  const leadName = useLeadName();
  const { handoffs, receivers, given, undoUntil, at } = move;
  const nameOf = (id: string) => people.flatMap((one) => (one.id === id ? [t('person', { name: one.name })] : []));
  const to = receivers.flatMap((receiver) => nameOf(receiver.id)).join(t('comma'));
  const words = t('movedAt', { count: handoffs.length, to, at: formats.clock(at) });
  const [first] = given;
  const only = handoffs.length === 1 ? first : undefined;
  return (
    <li>
      <span>
        {words}
        {only !== undefined && (
          <>
            {t('colon')}
            <Link className="link" to="/handoffs/$handoff" params={{ handoff: only.id }}>
              {leadName(only.lead)}
            </Link>
          </>
        )}
      </span>
      {only === undefined && (
        <Button size="compact-xs" variant="subtle" onClick={onLook}>
          {t('whoGotWhich')}
        </Button>
      )}
      {undoUntil === null ? (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="idle"
          aria-label={t('closeMove', { what: words })}
          onClick={onClose}
        >
          <Icon name="close" size={14} />
        </ActionIcon>
      ) : (
        <>
          <Button
            size="compact-xs"
            variant="subtle"
            loading={undo.isPending}
            onClick={() => undo.mutate({ handoffs: [...handoffs] })}
          >
            {t('restoreAll', { count: handoffs.length })}
          </Button>
          <small className="muted">{t('undoUntil', { at: formats.clock(undoUntil) })}</small>
        </>
      )}
    </li>
  );
}
