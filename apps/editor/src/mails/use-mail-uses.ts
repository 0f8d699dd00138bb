import { useInfiniteQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { server, trpc } from '../server/trpc.ts';

export type MailUse = inferOutput<typeof trpc.mails.uses>['rows'][number];

export interface MailUses {
  /** Undefined while they are read for the first time. */
  readonly uses: readonly MailUse[] | undefined;
  /** Present where there are more than are shown. */
  readonly more: { readonly show: () => void; readonly busy: boolean } | undefined;
}

const firstPage: string | undefined = undefined;
const shownAtOnce = 10;

/** Journeys that name a mail; with `former`, only those that run and send what it said before it was rewritten. */
export function useMailUses({
  mail,
  former = false,
  enabled = true,
}: {
  mail: string;
  former?: boolean;
  enabled?: boolean;
}): MailUses {
  const input = { id: mail, former, limit: shownAtOnce };
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...trpc.mails.uses.queryKey(input), 'all'],
    queryFn: ({ pageParam, signal }) =>
      server.mails.uses.query({ ...input, ...(pageParam === undefined ? {} : { after: pageParam }) }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    enabled,
  });
  return {
    uses: data?.pages.flatMap(({ rows }) => rows),
    more: hasNextPage ? { show: () => void fetchNextPage(), busy: isFetchingNextPage } : undefined,
  };
}
