import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

const againMs = 2_000;

/** Says so while lists are found and ordered by scores of earlier rules, and has them read again once they are not. */
export function ScoresBehind() {
  const t = useTexts<typeof texts>('leads');
  const queries = useQueryClient();
  const { data: behind = false } = useQuery(
    trpc.scores.behind.queryOptions(undefined, {
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data === true ? againMs : false),
    }),
  );
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !behind) void queries.invalidateQueries(trpc.leads.pathFilter());
    was.current = behind;
  }, [behind, queries]);
  if (!behind) return null;
  return (
    <p className="muted" role="status">
      {t('scoresBehind')}
    </p>
  );
}
