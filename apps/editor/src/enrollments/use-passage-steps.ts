import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { server, trpc } from '../server/trpc.ts';
import type { PassageStep } from './passage-types.ts';

const firstPage: string | undefined = undefined;
/** A loop of months may have more; the map then shows its first steps, and says so. */
const mostSteps = 1_000;

/** The steps of a passage, oldest first, page after page up to a thousand. */
export function usePassageSteps({ enrollment }: { enrollment: string }): {
  readonly rows: readonly PassageStep[];
  /** Whether these are all. */
  readonly complete: boolean;
} {
  const asked = { enrollment, limit: 200 };
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: [...trpc.enrollments.steps.queryKey(asked), 'map'],
    queryFn: ({ pageParam, signal }) =>
      server.enrollments.steps.query(
        { ...asked, ...(pageParam === undefined ? {} : { after: pageParam }) },
        { signal },
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    refetchInterval: 5_000,
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const wantsMore = hasNextPage && !isFetching && rows.length < mostSteps;
  useEffect(() => {
    if (wantsMore) void fetchNextPage();
  }, [wantsMore, fetchNextPage]);
  return { rows, complete: data !== undefined && !hasNextPage };
}
