import type { inferOutput } from '@trpc/tanstack-react-query';
import { createContext, use } from 'react';
import { queryClient } from './query-client.ts';
import { trpc } from './trpc.ts';

export const sessionQuery = trpc.session.read.queryOptions(undefined, { staleTime: 60_000, meta: { silent: true } });

export const SessionContext = createContext<inferOutput<typeof trpc.session.read> | undefined>(undefined);

/** The signed-in person and the organisation. Only for screens that somebody signed in sees: see `requireSession`. */
export function useSession() {
  const followed = use(SessionContext);
  // Just signed in, a screen may be drawn before the word has gone round.
  const session = followed?.kind === 'signed-in' ? followed : queryClient.getQueryData(sessionQuery.queryKey);
  if (session?.kind !== 'signed-in') throw new Error('this screen is only for people who are signed in');
  return session;
}
