import type { WayId } from '@sodate/journey/graph/way';
import type { NodeId } from '@sodate/journey/id';
import type { GoneNode } from '@sodate/services/journey/read-gone-nodes';
import type { NodeFigures } from '@sodate/services/journey/read-node-figures';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import { trpc } from '../server/trpc.ts';
import { countsEveryMs } from './hurry-counts.ts';
import { useJourney } from './journey-context.ts';

export type { GoneNode };

export interface NodeCount {
  readonly here: number;
  readonly stuck: number;
  readonly total: number;
  readonly testHere: number;
  readonly testStuck: number;
  readonly testTotal: number;
  readonly retrying: number;
}

export interface Counts {
  readonly nodes: Readonly<Record<NodeId, NodeCount>>;
  /** Leads over each way, wherever today's edges lead. */
  readonly ways: Readonly<Record<WayId, number>>;
  readonly figures: Readonly<Record<NodeId, NodeFigures>>;
  /** Nodes with leads that are no longer in the draft. */
  readonly gone: readonly GoneNode[];
  readonly inFlight: number;
  readonly entered: number;
  /** The busiest way: all widths are measured by it. */
  readonly most: number;
}

/** Undefined until a first version has carried leads: drafts show no zeros. */
export const CountsContext = createContext<Counts | undefined>(undefined);

export function useCounts(): Counts | undefined {
  return useContext(CountsContext);
}

/** Reads the numbers again and again while the journey has a version. */
export function useCountsQuery({ published }: { published: boolean }): Counts | undefined {
  const { journey } = useJourney();
  const options = trpc.journeys.counts.queryOptions({ journey }, { meta: { silent: true } });
  const { data } = useQuery({
    ...options,
    enabled: published,
    refetchInterval: () => countsEveryMs({ now: Date.now() }),
  });
  return useMemo(
    () => (published && data !== undefined ? { ...data, most: Math.max(1, ...Object.values(data.ways)) } : undefined),
    [published, data],
  );
}
