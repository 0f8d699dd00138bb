import type { NodeId } from '../id.ts';
import type { EndReason, PassageState, StepRecord } from '../interpret/passage.ts';
import type { Instant, Milliseconds } from '../time/instant.ts';
import type { Distribution, EndFigures, NodeFigures, Simulation } from './simulation.ts';

interface NodeTally {
  arrived: number;
  here: number;
  stuck: number;
  ended: number;
  left: number;
  stayMs: number;
  readonly outcomes: Map<string, number>;
}

/** Adds up the steps and ends of many passages. */
export class Tally {
  #entered = 0;
  #hops = 0;
  readonly #nodes = new Map<NodeId, NodeTally>();
  readonly #times = new Map<EndReason, Milliseconds[]>();

  /** One step; `arrivedAt` is when its node was reached. Between the ops of one node only time passes. */
  step({ step, arrivedAt }: { step: StepRecord; arrivedAt: Instant }): void {
    this.#hops++;
    if (step.fromOp === null) this.#entered++;
    if (step.fromNode === null) return;
    const from = this.#node(step.fromNode);
    if (step.fromOp === null) from.arrived++;
    from.outcomes.set(step.outcome, (from.outcomes.get(step.outcome) ?? 0) + 1);
    from.left++;
    from.stayMs += step.at - arrivedAt;
    if (step.toNode !== null) this.#node(step.toNode).arrived++;
  }

  /** A hop from op to op within one node. */
  innerStep(): void {
    this.#hops++;
  }

  /** The passage as it stood at last, at `node`. */
  close(given: { state: PassageState; node: NodeId; stuck: boolean; timeMs: Milliseconds }): void {
    const { state, node, stuck, timeMs } = given;
    const tally = this.#node(node);
    if (state.reason === undefined) {
      tally.here++;
      if (stuck) tally.stuck++;
      return;
    }
    tally.ended++;
    const times = this.#times.get(state.reason);
    if (times === undefined) this.#times.set(state.reason, [timeMs]);
    else times.push(timeMs);
  }

  figures({ cancelled }: { cancelled: boolean }): Simulation {
    const ended = [...this.#times].map(([reason, times]) => [reason, endFigures(times)] as const);
    const gone = ended.reduce((sum, [, { count }]) => sum + count, 0);
    return {
      entered: this.#entered,
      inFlight: this.#entered - gone,
      hops: this.#hops,
      nodes: Object.fromEntries([...this.#nodes].map(([node, tally]) => [node, nodeFigures(tally)])),
      ended: Object.fromEntries(ended),
      cancelled,
    };
  }

  #node(node: NodeId): NodeTally {
    const known = this.#nodes.get(node);
    if (known !== undefined) return known;
    const fresh = { arrived: 0, here: 0, stuck: 0, ended: 0, left: 0, stayMs: 0, outcomes: new Map() };
    this.#nodes.set(node, fresh);
    return fresh;
  }
}

function nodeFigures({ arrived, here, stuck, ended, left, stayMs, outcomes }: NodeTally): NodeFigures {
  const meanStayMs = left === 0 ? 0 : stayMs / left;
  return { arrived, here, stuck, ended, meanStayMs, outcomes: Object.fromEntries(outcomes) };
}

function endFigures(times: readonly Milliseconds[]): EndFigures {
  return { count: times.length, time: distributionOf(times) };
}

function distributionOf(times: readonly Milliseconds[]): Distribution {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { leastMs: sorted[0] ?? 0, medianMs: at(0.5), ninetiethMs: at(0.9), mostMs: sorted.at(-1) ?? 0 };
}
