import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { recentMoves } from './recent-moves.ts';
import classes from './recent-moves-note.module.css';
import type { texts } from './texts.ja.ts';
import { useSalespeople } from './use-salespeople.ts';
import { useUndoReassign } from './use-undo-reassign.ts';

/** Where several hand-offs are moved from: what one has just moved, and the way back for as long as there is one. */
export function RecentMovesNote() {
  const moves = useStore(recentMoves, (kept) => kept.moves);
  return moves.length > 0 && <Moves />;
}

function Moves() {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  const people = useSalespeople();
  const undo = useUndoReassign();
  const moves = useStore(recentMoves, (kept) => kept.moves);
  const nameOf = (id: string) => people.flatMap((one) => (one.id === id ? [t('person', { name: one.name })] : []));
  return (
    <ul className={classes.moves}>
      {moves.map(({ id, handoffs, receivers, at }) => {
        const to = receivers.flatMap(nameOf).join(t('comma'));
        return (
          <li key={id}>
            <span>{t('movedAt', { count: handoffs.length, to, at: formats.clock(at) })}</span>
            <Button
              size="compact-xs"
              variant="subtle"
              loading={undo.isPending}
              onClick={() => undo.mutate({ handoffs: [...handoffs] })}
            >
              {t('restoreAll', { count: handoffs.length })}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
