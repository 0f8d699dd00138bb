import type { Position } from '@sodate/journey/graph/graph';

export interface Line {
  readonly from: Position;
  readonly to: Position;
}

/** How many pairs of lines cross; ends that meet do not count. */
export function countCrossings(lines: readonly Line[]): number {
  let crossings = 0;
  lines.forEach((one, index) => {
    for (const other of lines.slice(index + 1)) if (cross(one, other)) crossings += 1;
  });
  return crossings;
}

function cross(one: Line, other: Line): boolean {
  return side(one, other.from) * side(one, other.to) < 0 && side(other, one.from) * side(other, one.to) < 0;
}

/** On which side of a line a point lies: below zero, above zero, or zero upon it. */
function side({ from, to }: Line, { x, y }: Position): number {
  return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
}
