import { parseInstant } from '@sodate/journey/time/instant';
import type { PassageStep, VersionChange } from './passage-types.ts';

export type StepLine =
  | { readonly kind: 'step'; readonly step: PassageStep }
  | {
      readonly kind: 'version';
      readonly change: VersionChange;
      /** The node where the lead was then. */
      readonly stood: PassageStep['to'];
    };

/** Steps and changes of version in the order they came; while later steps are to be loaded, no change after the last. */
export function orderSteps({
  steps,
  changes,
  complete,
}: {
  steps: readonly PassageStep[];
  changes: readonly VersionChange[];
  complete: boolean;
}): readonly StepLine[] {
  const lines: StepLine[] = [];
  let next = 0;
  let stood: PassageStep['to'] = null;
  const tell = (until: number) => {
    for (let change = changes[next]; change && parseInstant(change.at) < until; change = changes[++next]) {
      lines.push({ kind: 'version', change, stood });
    }
  };
  for (const step of steps) {
    tell(parseInstant(step.at));
    lines.push({ kind: 'step', step });
    stood = step.to;
  }
  if (complete) tell(Number.POSITIVE_INFINITY);
  return lines;
}
