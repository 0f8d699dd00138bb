import { findCycleMembers } from '@sodate/journey/compile/find-cycle-members';
import type { Entry, Next, Op, Plan } from '@sodate/journey/compile/plan';
import { asId } from '@sodate/journey/id';

type Loose<T> = T extends Op ? Omit<T, 'node' | 'asks' | 'onCycle' | 'calendars' | 'leadZone' | 'id' | 'next'> : never;

/** An op with all that a test does not care about left out. Its id is its node's unless it holds a dot. */
export type DrawnOp = Loose<Op> & {
  readonly id: string;
  readonly next?: Readonly<Record<string, string>>;
  readonly onCycle?: boolean;
};

interface Drawn extends Partial<Omit<Plan, 'ops' | 'entries'>> {
  readonly ops: readonly DrawnOp[];
  readonly entries?: readonly Entry[];
}

/** A plan for a test: leads enter at the first op, by a person. */
export function planOf({ ops, ...rest }: Drawn): Plan {
  const onCycle = findNodesOnCycles(ops);
  const complete = ops.map((op) => completeOp({ ...op, onCycle: op.onCycle ?? onCycle.has(nodeOf(op.id)) }));
  return {
    format: 1,
    zone: 'Asia/Tokyo',
    ops: Object.fromEntries(complete.map((op) => [op.id, op])),
    entries: [{ node: asId('start'), trigger: { kind: 'person' }, ...(complete[0] ? { to: complete[0].id } : {}) }],
    conditions: {},
    exits: [],
    goals: [],
    reentry: { kind: 'always' },
    visitLimit: 20,
    ...rest,
  };
}

function nodeOf(op: string): string {
  return op.split('.')[0] ?? op;
}

function findNodesOnCycles(ops: readonly DrawnOp[]): ReadonlySet<string> {
  const successors = new Map<string, Set<string>>();
  for (const { id, next = {} } of ops) {
    const leadsTo = successors.get(nodeOf(id)) ?? new Set();
    for (const to of Object.values(next)) if (nodeOf(to) !== nodeOf(id) || !to.includes('.')) leadsTo.add(nodeOf(to));
    successors.set(nodeOf(id), leadsTo);
  }
  return findCycleMembers(successors);
}

function completeOp(drawn: DrawnOp): Op {
  const spec = drawn.kind === 'wait' ? drawn.spec : undefined;
  const used = spec ?? (drawn.kind === 'listen' ? drawn.timeout?.spec : undefined);
  const keys = drawn.kind === 'branch' ? drawn.arms : drawn.kind === 'listen' && drawn.conditions;
  const node = asId<'node'>(nodeOf(drawn.id));
  return {
    ...drawn,
    id: asId(drawn.id),
    node,
    next: (drawn.next ?? {}) as Next,
    asks: (keys || []).map(({ key }) => key),
    onCycle: drawn.onCycle ?? false,
    calendars: used?.calendar === undefined ? [] : [used.calendar],
    leadZone: used?.zone === 'lead',
  } as Op;
}
