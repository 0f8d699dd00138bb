import { useQuery } from '@tanstack/react-query';
import { trpc } from '../server/trpc.ts';

const refreshMs = 15_000;

/** How many of one's notices are unread; none while that is not known. */
export function useUnread(): number {
  const { data = 0 } = useQuery(
    trpc.notices.unread.queryOptions(undefined, { refetchInterval: refreshMs, meta: { silent: true } }),
  );
  return data;
}

/** As a badge has room for it. */
export function wordUnread(unread: number): string {
  return unread > 99 ? '99+' : String(unread);
}
