import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { showSaved } from '../parts/show-saved.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { sayOfHandoff } from './handoff-toast.ts';
import { forgetMoved } from './recent-moves.ts';
import type { texts } from './texts.ja.ts';

/** Takes changes of owner back, one or many, and says what could not be. */
export function useUndoReassign() {
  const t = useTexts<typeof texts>('handoffs');
  return useMutation(
    trpc.handoffs.undoReassign.mutationOptions({
      onSuccess: async ({ restored, owners, kept }, { handoffs }) => {
        forgetMoved(handoffs);
        await queryClient.invalidateQueries();
        const names = [...new Set(kept.flatMap(({ by }) => by ?? []))].map((name) => t('person', { name }));
        const back = owners.map((name) => t('person', { name })).join(t('comma'));
        const touched = kept.filter(({ why }) => why === 'touched').length;
        const late = kept.length - touched;
        const parts = [
          ...(restored > 0 ? [t(back === '' ? 'restored' : 'restoredTo', { count: restored, names: back })] : []),
          ...(touched > 0 && names.length > 0 ? [t('keptBy', { count: touched, names: names.join(t('comma')) })] : []),
          ...(touched > 0 && names.length === 0 ? [t('keptChanged', { count: touched })] : []),
          ...(late > 0 ? [t('keptLate', { count: late })] : []),
        ];
        const message = parts.join(t('stop'));
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
