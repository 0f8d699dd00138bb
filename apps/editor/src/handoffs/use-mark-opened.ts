import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { trpc } from '../server/trpc.ts';

/** What one was told about a hand-off counts as read once one looks at it, and so does what comes while one does. */
export function useMarkOpened({ handoff, newest }: { handoff: string; newest: string | undefined }): void {
  const queries = useQueryClient();
  const { mutate } = useMutation(
    trpc.handoffs.open.mutationOptions({
      // That a notice stays unread is not worth a word over what one came for.
      meta: { silent: true },
      onSuccess: async ({ read }) => {
        if (read === 0) return;
        await Promise.all([
          queries.invalidateQueries(trpc.notices.pathFilter()),
          queries.invalidateQueries(trpc.handoffs.list.pathFilter()),
          queries.invalidateQueries(trpc.home.pathFilter()),
        ]);
      },
    }),
  );
  useEffect(() => {
    if (newest !== undefined) mutate({ handoff });
  }, [handoff, newest, mutate]);
}
