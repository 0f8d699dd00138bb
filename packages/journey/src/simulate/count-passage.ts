import type { NodeId } from '../id.ts';
import type { StepRecord } from '../interpret/passage.ts';
import type { Instant } from '../time/instant.ts';
import type { Ran } from './run-passage.ts';
import type { Tally } from './tally.ts';

interface Counted {
  readonly tally: Tally;
  readonly entry: NodeId;
  readonly enterAt: Instant;
  readonly run: (onStep: (step: StepRecord) => void) => Ran;
}

/** Runs one passage and adds it to the tally. */
export function countPassage({ tally, entry, enterAt, run }: Counted): void {
  let node = entry;
  let arrivedAt = enterAt;
  const { state, stuck, at } = run((step) => {
    // A visit begins at the node's first op, which has the node's own id.
    const isInner = step.fromOp !== null && step.toNode === node && String(step.toOp) !== String(node);
    if (isInner) {
      tally.innerStep();
      return;
    }
    tally.step({ step, arrivedAt });
    if (step.toNode === null) return;
    node = step.toNode;
    arrivedAt = step.at;
  });
  tally.close({ state, node, stuck, timeMs: at - enterAt });
}
