import { useSuspenseQuery } from '@tanstack/react-query';
import type { NodeTypeTable } from '../canvas/outcomes-of.ts';
import { trpc } from '../server/trpc.ts';
import { byType } from './by-type.ts';

/** The node types that are installed, by name. */
export function useNodeTypes(): NodeTypeTable {
  const { data } = useSuspenseQuery(
    trpc.nodeTypes.list.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  return byType(data.described);
}
