import { useQuery } from '@tanstack/react-query';
import { trpc } from '../server/trpc.ts';

const takesHandoffs: ReadonlySet<string> = new Set(['sales-rep', 'sales-manager', 'admin']);

/** Our active people who may own a hand-off. */
export function useSalespeople({ enabled = true } = {}) {
  const { data } = useQuery({ ...trpc.people.list.queryOptions({ activeOnly: true, limit: 200 }), enabled });
  return (data?.rows ?? []).filter(({ role }) => takesHandoffs.has(role));
}
