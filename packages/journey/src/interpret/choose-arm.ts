import type { SplitOp } from '../compile/plan.ts';
import { hashText } from '../hash-text.ts';
import type { EnrollmentId } from '../id.ts';

/**
 * The arm of a split that an enrollment takes: the same one each time, in proportion to the weights over many.
 * @throws Error where no arm has a weight.
 */
export function chooseArm({ split, enrollment }: { split: SplitOp; enrollment: EnrollmentId }): string {
  const sum = split.arms.reduce((total, arm) => total + arm.weight, 0);
  let place = (hashText(`${enrollment}/${split.node}`) / 2 ** 32) * sum;
  for (const arm of split.arms) {
    if (place < arm.weight) return arm.outcome;
    place -= arm.weight;
  }
  throw new Error(`no arm of ${split.id} has a weight`);
}
