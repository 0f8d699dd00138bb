import type { Entry, Next, Op, Plan } from '@sodate/journey/compile/plan';
import { asId, type NodeId } from '@sodate/journey/id';

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
  const complete = ops.map(completeOp);
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

function completeOp(drawn: DrawnOp): Op {
  const spec = drawn.kind === 'wait' ? drawn.spec : undefined;
  const used = spec ?? (drawn.kind === 'listen' ? drawn.timeout?.spec : undefined);
  const keys = drawn.kind === 'branch' ? drawn.arms : drawn.kind === 'listen' && drawn.conditions;
  const node = (drawn.id.split('.')[0] ?? drawn.id) as NodeId;
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
