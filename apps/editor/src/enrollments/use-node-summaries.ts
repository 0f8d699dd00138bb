import { useQuery } from '@tanstack/react-query';
import { useText } from '../language/use-text.ts';
import { trpc } from '../server/trpc.ts';

/** The line of settings that a node's card bears on the canvas: two nodes of one type are told apart by it. */
export function useNodeSummaries(enrollment: string): (node: { readonly id: string } | null) => string {
  const text = useText();
  const { data } = useQuery(
    trpc.enrollments.graph.queryOptions({ enrollment }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const summaries: Readonly<Record<string, Parameters<typeof text>[0]>> = data?.summaries ?? {};
  return (node) => {
    const summary = node === null ? undefined : summaries[node.id];
    return summary === undefined ? '' : text(summary);
  };
}
