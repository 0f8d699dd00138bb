import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { server, trpc } from '../server/trpc.ts';
import type { RulesDraft } from './rule-draft.ts';

const restMs = 500;

/** Who would be hot by the rules in the form, set against the saved ones of revision `basedOn`. */
export function useRulesPreview({ draft, basedOn, asked }: { draft: RulesDraft; basedOn: number; asked: boolean }) {
  const [tried] = useDebouncedValue(draft, restMs);
  return useQuery({
    // Once saved, the same rules are compared with themselves: the answer of before holds no more.
    queryKey: [...trpc.scores.pathKey(), 'preview', basedOn, tried],
    queryFn: ({ signal }) => server.scores.preview.mutate({ ...tried, rules: [...tried.rules] }, { signal }),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
}
