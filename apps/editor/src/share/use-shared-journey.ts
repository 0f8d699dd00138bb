import type { OpenedShare } from '@sodate/services/share/open-share';
import { useSuspenseQuery } from '@tanstack/react-query';
import { trpc } from '../server/trpc.ts';

/** What the link shows. Asked once for each visit: every question counts as an opening. */
export function useSharedJourney({ token }: { token: string }): OpenedShare {
  const options = trpc.shares.open.queryOptions(
    { token },
    { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, meta: { silent: true } },
  );
  return useSuspenseQuery(options).data;
}
