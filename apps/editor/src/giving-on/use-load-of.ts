import { useQuery } from '@tanstack/react-query';
import { trpc } from '../server/trpc.ts';

const none = { open: 0, working: 0 };

/** How many hand-offs somebody has in hand; none while that is not known yet. */
export function useLoadOf(): (owner: string) => { readonly open: number; readonly working: number } {
  const { data } = useQuery(trpc.handoffs.loads.queryOptions());
  return (owner) => data?.find((one) => one.owner === owner) ?? none;
}
