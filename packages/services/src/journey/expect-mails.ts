import type { Op, Plan } from '@sodate/journey/compile/plan';
import type { NodeId, OpId } from '@sodate/journey/id';

/** How many leads left each node by each outcome so far: what a branch is guessed by. */
export type PastWays = Readonly<Record<NodeId, Readonly<Record<string, number>>>>;

export interface ExpectedMails {
  /** Mails that a lead arriving at the op is sent, on average, before it rests again. */
  arriving(op: OpId | undefined): number;
  /** The same for a lead that rests at the op until its time has come, or that waits there for its mail to be sent. */
  goingOn(op: OpId): number;
}

/** Mails, or calls of what lies outside, in one go: what a plan allows between two rests is at most 50 hops. Pure. */
export function expectMails({
  plan,
  past,
  sends = sendsMail,
}: {
  plan: Plan;
  past: PastWays;
  sends?: (op: Op) => boolean;
}): ExpectedMails {
  const known = new Map<OpId, number>();
  const arriving = (id: OpId | undefined): number => {
    const op = id === undefined ? undefined : plan.ops[id];
    if (op === undefined) return 0;
    const before = known.get(op.id);
    if (before !== undefined) return before;
    // A loop without rest is refused when it is published; here it ends.
    known.set(op.id, 0);
    const mails = (sends(op) ? 1 : 0) + sumBy(waysFrom({ op, past }), ([to, share]) => share * arriving(to));
    known.set(op.id, mails);
    return mails;
  };
  return {
    arriving,
    goingOn(id) {
      const op = plan.ops[id];
      switch (op?.kind) {
        case 'wait':
          return arriving(op.next.done);
        case 'listen':
          return op.timeout === undefined ? 0 : arriving(op.next[op.timeout.outcome]);
        case 'act':
          return arriving(op.id);
        default:
          return 0;
      }
    },
  };
}

export function sendsMail(op: Op): boolean {
  return op.kind === 'act' && op.external?.channel === 'mail';
}

/** An effect of a node type of one's own, on something outside. */
export function callsOutside(op: Op): boolean {
  return op.kind === 'act' && op.external !== undefined && !sendsMail(op);
}

/** Where a lead goes at once from an op, with the share that goes there; nowhere from an op where it rests or ends. */
export function waysFrom({ op, past }: { op: Op; past: PastWays }): readonly (readonly [OpId | undefined, number])[] {
  switch (op.kind) {
    case 'act':
      return [[op.next.done, 1]];
    case 'split':
      return shared(op.arms.map(({ outcome, weight }) => [op.next[outcome], weight]));
    case 'branch': {
      const outcomes = [...op.arms.map(({ outcome }) => outcome), op.otherwise];
      const ways = past[op.node] ?? {};
      const isKnown = outcomes.some((outcome) => (ways[outcome] ?? 0) > 0);
      return shared(outcomes.map((outcome) => [op.next[outcome], isKnown ? (ways[outcome] ?? 0) : 1]));
    }
    default:
      return [];
  }
}

function shared(
  ways: readonly (readonly [OpId | undefined, number])[],
): readonly (readonly [OpId | undefined, number])[] {
  const sum = sumBy(ways, ([, weight]) => weight);
  return sum === 0 ? [] : ways.map(([to, weight]) => [to, weight / sum]);
}

function sumBy<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
