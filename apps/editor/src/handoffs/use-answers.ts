import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { forgetMoved } from '../giving-on/recent-moves.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import { sayOfHandoff } from './handoff-toast.ts';
import type { texts } from './texts.ja.ts';

/** All that can be done with a hand-off; afterwards everything that shows it is read anew. */
export function useAnswers() {
  const t = useTexts<typeof texts>('handoffs');
  const queries = useQueryClient();
  const refresh = async () => {
    await Promise.all([
      queries.invalidateQueries(trpc.handoffs.pathFilter()),
      queries.invalidateQueries(trpc.home.pathFilter()),
      queries.invalidateQueries(trpc.leads.pathFilter()),
      queries.invalidateQueries(trpc.notices.pathFilter()),
    ]);
  };
  // One that failed can be tried again at once: reading anew over a line that is down takes its time.
  const options = {
    onSuccess: refresh,
    onError: () => {
      void refresh();
    },
  };
  const accept = useMutation(
    trpc.handoffs.accept.mutationOptions({
      ...options,
      onSuccess: async ({ alreadyBy }, { handoff }) => {
        if (alreadyBy !== null) {
          const { name } = alreadyBy;
          const message = name === null ? t('alreadyUnknown') : t('already', { name });
          sayOfHandoff(handoff, (id) => notifications.show({ id, message }));
        }
        await refresh();
      },
    }),
  );
  const reassign = useMutation(
    trpc.handoffs.reassign.mutationOptions({
      ...options,
      onSuccess: async (_, { handoff }) => {
        forgetMoved([handoff]);
        await refresh();
      },
    }),
  );
  return {
    accept,
    reject: useMutation(trpc.handoffs.reject.mutationOptions(options)),
    record: useMutation(trpc.handoffs.recordOutcome.mutationOptions(options)),
    sayWhyLost: useMutation(trpc.handoffs.sayWhyLost.mutationOptions(options)),
    undo: useMutation(trpc.handoffs.undo.mutationOptions(options)),
    contact: useMutation(trpc.handoffs.setNextContact.mutationOptions(options)),
    restoreContact: useMutation(trpc.handoffs.restoreNextContact.mutationOptions(options)),
    note: useMutation(trpc.handoffs.addNote.mutationOptions(options)),
    bant: useMutation(trpc.handoffs.fillBant.mutationOptions(options)),
    reassign,
    giveBack: useMutation(trpc.handoffs.giveBack.mutationOptions(options)),
    retry: useMutation(trpc.handoffs.retry.mutationOptions(options)),
    forward: useMutation(trpc.handoffs.fastForward.mutationOptions(options)),
  };
}

export type Answers = ReturnType<typeof useAnswers>;
