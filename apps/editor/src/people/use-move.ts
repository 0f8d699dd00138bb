import type { AbsentDays } from '@sodate/services/person/absence-columns';
import type { ListedPerson } from '@sodate/services/person/list-people';
import type { MovedHandoffs } from '@sodate/services/person/move-handoffs';
import { useMutation, useQuery } from '@tanstack/react-query';
import { endUndoFrom, rememberMove } from '../giving-on/recent-moves.ts';
import type { texts as givingTexts } from '../giving-on/texts.ja.ts';
import { useUndoReassign } from '../giving-on/use-undo-reassign.ts';
import type { texts as handoffTexts } from '../handoffs/texts.ja.ts';
import { useTexts } from '../language/use-texts.ts';
import { showSaved } from '../parts/show-saved.ts';
import { showUndoable } from '../parts/show-undoable.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { useMovedWords } from './use-moved-words.ts';

export interface Move {
  /** Or 'nobody': the hand-offs that nobody who is with us has; those can only be moved. */
  readonly person: Pick<ListedPerson, 'id' | 'name'> | 'nobody';
  readonly deactivates: boolean;
  /** The days away that it is done for, where they are not saved yet. */
  readonly during?: AbsentDays | null | undefined;
  /** What calls for them in those days is meant first. */
  readonly meanwhile?: boolean;
}

export interface WhichToMove {
  /** Those too that are in progress. */
  readonly working: boolean;
  /** Those alone that fall due, or whose leads are to be contacted, in the days away. */
  readonly meanwhile: boolean;
}

type To =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'team'; readonly team: string };

/** What would come about, and bringing it about. */
export function useMove({
  move: { person, deactivates, during },
  to,
  which,
  onDone,
}: {
  move: Move;
  to: To | undefined;
  which: WhichToMove;
  onDone: (moved: MovedHandoffs) => void;
}) {
  const words = useMovedWords();
  const givingWords = useTexts<typeof givingTexts>('giving-on');
  const handoffWords = useTexts<typeof handoffTexts>('handoffs');
  const undo = useUndoReassign();
  const id = person === 'nobody' ? person : person.id;
  // Whoever leaves for good has no days away to be stood in for.
  const days = deactivates ? null : during;
  const asked = {
    id,
    to: to ?? { kind: 'nobody' as const },
    ...which,
    ...(days === undefined ? {} : { during: days }),
  };
  const preview = useQuery(
    trpc.people.previewMove.queryOptions(asked, {
      enabled: to !== undefined && to.kind !== 'nobody',
      staleTime: 0,
      refetchInterval: 15_000,
    }),
  );
  const options = {
    meta: { silent: true },
    onSuccess: async (moved: MovedHandoffs) => {
      await queryClient.invalidateQueries();
      const message = words(moved, { deactivated: deactivates });
      const undoable = !deactivates && moved.moved > 0;
      if (deactivates) endUndoFrom(id);
      const key = moved.move;
      if (undoable && key !== null) {
        rememberMove({ id: key, handoffs: moved.handoffs, from: id });
        const onUndo = () => undo.mutate({ handoffs: [...moved.handoffs] });
        const action = givingWords('restoreAll', { count: moved.moved });
        showUndoable({ id: key, message, action, hint: handoffWords('undoWithin'), onUndo });
      } else showSaved(message, { forMs: moved.moved === 0 ? 2_500 : 8_000 });
      onDone(moved);
    },
  };
  const deactivate = useMutation(trpc.people.deactivate.mutationOptions(options));
  const moveAll = useMutation(trpc.people.moveHandoffs.mutationOptions(options));
  return {
    preview: to === undefined || to.kind === 'nobody' ? undefined : preview.data,
    acting: deactivates ? deactivate : moveAll,
    act: ({ note }: { note: string }) => {
      if (to === undefined) return;
      if (deactivates) deactivate.mutate({ id: String(id), to });
      else moveAll.mutate({ ...asked, note });
    },
  };
}
