import type { Plan } from '@sodate/journey/compile/plan';
import type { NodeId } from '@sodate/journey/id';
import type { Simulation } from '@sodate/journey/simulate/simulation';

/** Leads of a trial who have not come to an end, and why. */
export interface Resting {
  readonly node: NodeId;
  readonly people: number;
  /** An effect failed and leads nowhere; nothing need ever happen; or it takes longer than the trial looks ahead. */
  readonly why: 'stuck' | 'no-limit' | 'longer';
}

/** In the order of the plan; at one node some may be stuck and others wait. */
export function listResting({ simulation, plan }: { simulation: Simulation; plan: Plan }): readonly Resting[] {
  const waitsForEver = new Set(
    Object.values(plan.ops).flatMap((op) => (op.kind === 'listen' && op.timeout === undefined ? [op.node] : [])),
  );
  return Object.entries(simulation.nodes).flatMap(([id, { here, stuck }]): Resting[] => {
    const node = id as NodeId;
    const waiting: Resting = { node, people: here - stuck, why: waitsForEver.has(node) ? 'no-limit' : 'longer' };
    return [{ node, people: stuck, why: 'stuck' as const }, waiting].filter(({ people }) => people > 0);
  });
}
