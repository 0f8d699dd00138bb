import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { trpc } from '../server/trpc.ts';

/** What one was told about a hand-off counts as read once one looks at it. */
export function useMarkOpened({ handoff, shown }: { handoff: string; shown: boolean }): void {
  const queries = useQueryClient();
  const { mutate } = useMutation(
    trpc.handoffs.open.mutationOptions({
      // That a notice stays unread is not worth a word over what one came for.
      meta: { silent: true },
      onSuccess: ({ read }) => (read > 0 ? queries.invalidateQueries(trpc.notices.pathFilter()) : undefined),
    }),
  );
  useEffect(() => {
    if (shown) mutate({ handoff });
  }, [handoff, shown, mutate]);
}
