import { type EdgeId, edgeIdOf } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { PassageStep } from './passage-types.ts';

/** What a passage has lit up to one of its steps. */
export interface LitPath {
  /** Node → the steps that led there, from 1 as the walk counts them; 0 is where it began. */
  readonly visits: ReadonlyMap<NodeId, readonly number[]>;
  readonly edges: ReadonlySet<EdgeId>;
  /** The edge of the last step. */
  readonly last: EdgeId | undefined;
  /** Where the lead stood after it; undefined once it had left. */
  readonly at: NodeId | undefined;
}

type Walked = Pick<PassageStep, 'outcome'> & {
  readonly from: Pick<NonNullable<PassageStep['from']>, 'id'> | null;
  readonly to: Pick<NonNullable<PassageStep['to']>, 'id'> | null;
};

/**
 * Goes along the steps, oldest first. The first comes from the trigger, whose one exit is its edge whatever it is called
 * (`edgeOf` finds that); a step within a node lights nothing.
 */
export function litPath({
  steps,
  edgeOf,
}: {
  steps: readonly Walked[];
  edgeOf: (way: { readonly from: NodeId; readonly to: NodeId | undefined; readonly outcome: string }) => EdgeId;
}): LitPath {
  const visits = new Map<NodeId, number[]>();
  const edges = new Set<EdgeId>();
  let last: EdgeId | undefined;
  let at: NodeId | undefined;
  const visit = ({ node, step }: { node: NodeId; step: number }) =>
    visits.set(node, [...(visits.get(node) ?? []), step]);
  for (const [index, { from, to, outcome }] of steps.entries()) {
    if (from !== null && index === 0) visit({ node: from.id, step: 0 });
    last = undefined;
    if (from !== null && from.id !== to?.id) {
      last = edgeOf({ from: from.id, to: to?.id, outcome });
      edges.add(last);
    }
    if (to !== null && from?.id !== to.id) visit({ node: to.id, step: index + 1 });
    at = to?.id;
  }
  return { visits, edges, last, at };
}

/** The edge over which a step went: by its outcome, or, from a trigger, the only one to where it led. */
export function edgeBetween({
  edges,
  way: { from, to, outcome },
}: {
  edges: Readonly<Record<EdgeId, { readonly id: EdgeId; readonly from: NodeId; readonly to: NodeId }>>;
  way: { readonly from: NodeId; readonly to: NodeId | undefined; readonly outcome: string };
}): EdgeId {
  const own = edgeIdOf({ from, outcome });
  if (edges[own] !== undefined) return own;
  return Object.values(edges).find((edge) => edge.from === from && edge.to === to)?.id ?? own;
}
