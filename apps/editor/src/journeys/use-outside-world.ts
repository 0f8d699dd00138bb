import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { trpc } from '../server/trpc.ts';
import { useDraft, useJourney } from './journey-context.ts';

const askedAgainAfterMs = 10_000;

/** What a node may refer to, as the journey screen first asks for it. */
export const outsideWorldQuery = trpc.journeys.surroundings.queryOptions(undefined, { staleTime: askedAgainAfterMs });

/**
 * What a node may refer to. A problem may be mended elsewhere (a form arrives, a mail is written), so while there is one
 * it is asked for again, and what is wrong is judged anew once it has changed: problems are judged on the server.
 */
export function useOutsideWorld() {
  const { draft } = useJourney();
  const hasProblems = useDraft(({ problems }) => problems.length > 0);
  const { data: outside } = useQuery({
    ...outsideWorldQuery,
    refetchInterval: hasProblems && askedAgainAfterMs,
    refetchOnWindowFocus: 'always',
  });
  const judgedBy = useRef(outside);
  useEffect(() => {
    if (judgedBy.current === outside) return;
    judgedBy.current = outside;
    draft.reload().catch(() => {});
  }, [outside, draft]);
  return outside;
}
