import type { NodeId } from '../id.ts';
import type { Edge } from './graph.ts';

/** A way that leads went: from a node, by an outcome, to a node. Another edge by that outcome may stand there today. */
export type WayId = string & { readonly way: unique symbol };

export function wayIdOf({ from, outcome, to }: { from: NodeId; outcome: string; to: NodeId }): WayId {
  return `${from}/${outcome}/${to}` as WayId;
}

/** How many went over an edge as it is drawn; triggers have one exit, so all who entered by one went over it. */
export function passedOver({
  edge: { from, outcome, to },
  ways,
}: {
  edge: Pick<Edge, 'from' | 'outcome' | 'to'>;
  ways: Readonly<Record<WayId, number>>;
}): number {
  const ids = new Set([outcome, 'entered'].map((by) => wayIdOf({ from, outcome: by, to })));
  return [...ids].reduce((sum, id) => sum + (ways[id] ?? 0), 0);
}
