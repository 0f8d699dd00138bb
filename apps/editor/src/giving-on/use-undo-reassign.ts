import type { KeptHandoff, UndoneReassign } from '@sodate/services/handoff/undo-reassign';
import { useMutation } from '@tanstack/react-query';
import { sayOfHandoff } from '../handoffs/handoff-toast.ts';
import { useTexts } from '../language/use-texts.ts';
import { showSaved } from '../parts/show-saved.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { forgetMoved } from './recent-moves.ts';
import type { texts } from './texts.ja.ts';

/** Takes changes of owner back, one or many, and says what could not be. */
export function useUndoReassign() {
  const words = useGivenBackWords();
  return useMutation(
    trpc.handoffs.undoReassign.mutationOptions({
      onSuccess: async ({ restored, owners, kept }, { handoffs }) => {
        forgetMoved(handoffs);
        await queryClient.invalidateQueries();
        const message = words({ restored, owners, kept });
        const stays = kept.length > 0 ? { forMs: 8_000 } : {};
        const [handoff] = handoffs;
        if (handoff === undefined || handoffs.length > 1) showSaved(message, stays);
        else sayOfHandoff(handoff, (id) => showSaved(message, { id, ...stays }));
      },
      onError: () => {
        void queryClient.invalidateQueries();
      },
    }),
  );
}

/** How many went back to whom, and which did not, and why. */
function useGivenBackWords(): (undone: UndoneReassign) => string {
  const t = useTexts<typeof texts>('giving-on');
  return ({ restored, owners, kept }) => {
    const people = (names: readonly string[]) =>
      [...new Set(names)].map((name) => t('person', { name })).join(t('comma'));
    const namesOf = (why: KeptHandoff['why']) =>
      people(kept.flatMap((one) => (one.why === why && one.by !== null ? [one.by] : [])));
    const countOf = (why: KeptHandoff['why']) => kept.filter((one) => one.why === why).length;
    const [back, by, gone] = [people(owners), namesOf('touched'), namesOf('gone')];
    const [touched, late, left] = [countOf('touched'), countOf('late'), countOf('gone')];
    return [
      ...(restored > 0 ? [t(back === '' ? 'restored' : 'restoredTo', { count: restored, names: back })] : []),
      ...(touched > 0 && by !== '' ? [t('keptBy', { count: touched, names: by })] : []),
      ...(touched > 0 && by === '' ? [t('keptChanged', { count: touched })] : []),
      ...(left > 0 ? [t('keptGone', { count: left, names: gone })] : []),
      ...(late > 0 ? [t('keptLate', { count: late })] : []),
    ].join(t('stop'));
  };
}
