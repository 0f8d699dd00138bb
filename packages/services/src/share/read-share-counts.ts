import type { WayId } from '@sodate/journey/graph/way';
import type { NodeId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { readNodeCounts } from '../journey/read-node-counts.ts';
import { findShare } from './find-share.ts';
import type { shareTokenInput } from './share-input.ts';

export interface ShareCounts {
  readonly at: Instant;
  readonly inFlight: number;
  readonly entered: number;
  readonly nodes: Readonly<Record<NodeId, { readonly here: number; readonly total: number }>>;
  readonly ways: Readonly<Record<WayId, number>>;
}

/** How many leads are where, without test leads and without what went wrong. Null: the link does not show it. */
export async function readShareCounts({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof shareTokenInput>;
}): Promise<ShareCounts | null> {
  const found = await findShare({ context, token: input.token });
  if (found.kind !== 'good' || !found.share.withCounts) return null;
  const counts = await readNodeCounts({ context, input: { journey: found.share.journeyId } });
  const { at, inFlight, entered, ways } = counts;
  const nodes = Object.entries(counts.nodes).map(([id, { here, total }]) => [id, { here, total }]);
  return { at, inFlight, entered, ways, nodes: Object.fromEntries(nodes) };
}
