import { useSuspenseQuery } from '@tanstack/react-query';
import { trpc } from './trpc.ts';

export const sessionQuery = trpc.session.read.queryOptions(undefined, { staleTime: 60_000, meta: { silent: true } });

/** The signed-in person and the organisation. Only for screens inside the frame, which somebody signed in sees. */
export function useSession() {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data.kind !== 'signed-in') throw new Error('this screen is only for people who are signed in');
  return data;
}
