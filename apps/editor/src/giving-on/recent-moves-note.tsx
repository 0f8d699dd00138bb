import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useSalespeople } from '../handoffs/use-salespeople.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { MoveResult } from '../people/move-result.tsx';
import { closeMove, isShared, type RecentMove, recentMoves } from './recent-moves.ts';
import classes from './recent-moves-note.module.css';
import type { texts } from './texts.ja.ts';
import { useUndoReassign } from './use-undo-reassign.ts';

/** Where several hand-offs are moved from: what one has just moved, which went to whom, and the way back while there is one. */
export function RecentMovesNote() {
  const moves = useStore(recentMoves, (kept) => kept.moves);
  return moves.length > 0 && <Moves moves={moves} />;
}

function Moves({ moves }: { moves: readonly RecentMove[] }) {
  const t = useTexts<typeof texts>('giving-on');
  const formats = useFormats();
  const people = useSalespeople();
  const undo = useUndoReassign();
  const [looked, setLooked] = useState<RecentMove>();
  const nameOf = (id: string) => people.flatMap((one) => (one.id === id ? [t('person', { name: one.name })] : []));
  return (
    <>
      <ul className={classes.moves}>
        {moves.map((move) => {
          const { id, handoffs, moved, undoable, at } = move;
          const to = moved.receivers.flatMap((receiver) => nameOf(receiver.id)).join(t('comma'));
          const words = t('movedAt', { count: handoffs.length, to, at: formats.clock(at) });
          return (
            <li key={id}>
              <span>{words}</span>
              {isShared(move) && (
                <Button size="compact-xs" variant="subtle" onClick={() => setLooked(move)}>
                  {t('whoGotWhich')}
                </Button>
              )}
              {undoable ? (
                <>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    loading={undo.isPending}
                    onClick={() => undo.mutate({ handoffs: [...handoffs] })}
                  >
                    {t('restoreAll', { count: handoffs.length })}
                  </Button>
                  <small className="muted">{t('within')}</small>
                </>
              ) : (
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="idle"
                  aria-label={t('closeMove', { what: words })}
                  onClick={() => closeMove(id)}
                >
                  <Icon name="close" size={14} />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
      {looked !== undefined && <MoveResult moved={looked.moved} onClose={() => setLooked(undefined)} />}
    </>
  );
}
