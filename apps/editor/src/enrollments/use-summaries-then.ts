import type { Text } from '@sodate/journey/text';
import { asInstant, type Instant, parseInstant } from '@sodate/journey/time/instant';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../language/use-text.ts';
import { server, trpc } from '../server/trpc.ts';
import type { VersionChange } from './passage-types.ts';
import { summaryThen } from './summary-then.ts';

interface Then {
  readonly node: { readonly id: string } | null;
  readonly at: Instant;
}

/** As `useNodeSummaries`, in the words that held at a moment: a publish may have changed them since. */
export function useSummariesThen({ enrollment, changes }: { enrollment: string; changes: readonly VersionChange[] }): {
  summaryAt(then: Then): string;
  /** What a change of version made of the line of the node where the lead stood; undefined where nothing. */
  changeOf(stood: {
    readonly node: Then['node'];
    readonly change: VersionChange;
  }): Record<'before' | 'after', string> | undefined;
} {
  const text = useText();
  // Another version brings other lines: they are asked for again when one has come, and stay as they are till then.
  const last = changes.at(-1)?.version ?? 0;
  const stays = { staleTime: Number.POSITIVE_INFINITY };
  const { data: now } = useQuery({
    queryKey: [...trpc.enrollments.graph.queryKey({ enrollment }), last],
    queryFn: ({ signal }) => server.enrollments.graph.query({ enrollment }, { signal }),
    ...stays,
  });
  const { data: earlier } = useQuery({
    queryKey: [...trpc.enrollments.earlierSummaries.queryKey({ enrollment }), last],
    queryFn: ({ signal }) => server.enrollments.earlierSummaries.query({ enrollment }, { signal }),
    ...stays,
    enabled: last > 0,
  });
  const present: Readonly<Record<string, Text>> = now?.summaries ?? {};
  const summaryAt = ({ node, at }: Then) => {
    const known = node === null ? undefined : summaryThen({ node: node.id, at, earlier: earlier ?? [], present });
    return known === undefined ? '' : text(known);
  };
  return {
    summaryAt,
    changeOf({ node, change }) {
      const at = parseInstant(change.at);
      const [before, after] = [summaryAt({ node, at }), summaryAt({ node, at: asInstant(at + 1) })];
      return before === after || before === '' || after === '' ? undefined : { before, after };
    },
  };
}
