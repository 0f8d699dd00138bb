import { useInfiniteQuery } from '@tanstack/react-query';
import { server, trpc } from '../server/trpc.ts';
import type { InboxSearch } from './inbox-search.ts';

const firstPage: string | undefined = undefined;

/** The hand-offs of one view, page after page. */
export function useHandoffList({ view = 'open', ...which }: InboxSearch) {
  const asked = { view, limit: 50, ...which };
  const list = useInfiniteQuery({
    queryKey: [...trpc.handoffs.list.queryKey(asked), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      server.handoffs.list.query({ ...asked, ...(pageParam === undefined ? {} : { after: pageParam }) }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    refetchInterval: 15_000,
  });
  return { list, rows: list.data?.pages.flatMap(({ rows }) => rows) ?? [] };
}
