import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { SessionContext, sessionQuery } from './use-session.ts';

/** Follows who is signed in, for all parts at once: each by itself, a canvas would watch it hundreds of times. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { data } = useQuery({ ...sessionQuery, enabled: ({ state }) => state.data?.kind === 'signed-in' });
  return <SessionContext value={data}>{children}</SessionContext>;
}
