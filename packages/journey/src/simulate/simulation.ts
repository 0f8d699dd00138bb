import type { NodeId } from '../id.ts';
import type { EndReason } from '../interpret/passage.ts';
import type { Milliseconds } from '../time/instant.ts';

/** What became of many leads. It balances: entered = in flight + ended, and in flight = the sum of `here`. */
export interface Simulation {
  readonly entered: number;
  readonly inFlight: number;
  readonly hops: number;
  readonly nodes: Readonly<Record<NodeId, NodeFigures>>;
  readonly ended: Readonly<Partial<Record<EndReason, EndFigures>>>;
  /** The caller stopped it: the figures are of the leads done so far. */
  readonly cancelled: boolean;
}

export interface NodeFigures {
  /** Visits; for a trigger: leads it let in. */
  readonly arrived: number;
  /** Leads still there when the time was up, stuck ones included. */
  readonly here: number;
  readonly stuck: number;
  /** Leads whose passage ended there. */
  readonly ended: number;
  /** How long a visit lasted on average; 0 where none was over. */
  readonly meanStayMs: Milliseconds;
  /** How often it was left by each outcome, connected or not. A trigger's is "entered". */
  readonly outcomes: Readonly<Record<string, number>>;
}

export interface EndFigures {
  readonly count: number;
  /** From entry to end. */
  readonly time: Distribution;
}

export interface Distribution {
  readonly leastMs: Milliseconds;
  readonly medianMs: Milliseconds;
  /** Nine in ten were at most this long. */
  readonly ninetiethMs: Milliseconds;
  readonly mostMs: Milliseconds;
}

/** Asked now and then with the leads done so far; false stops the simulation. */
export type OnProgress = (done: number) => boolean;
