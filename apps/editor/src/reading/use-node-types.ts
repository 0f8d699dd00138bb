import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { NodeTypeTable } from '../canvas/outcomes-of.ts';
import { trpc } from '../server/trpc.ts';

/** The node types that are installed, by name. */
export function useNodeTypes(): NodeTypeTable {
  const { data } = useSuspenseQuery(
    trpc.nodeTypes.list.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  return useMemo(() => new Map(data.described.map((one) => [one.type, one])), [data]);
}
