interface SharedPlace {
  readonly before: number;
  readonly after: number;
}

/** More pairs than a browser compares without a pause: what lies between the ends that are alike counts as new. */
const mostPairs = 4_000_000;

/**
 * The places of a longest common subsequence, in order: what stayed, in two lists that are read one after the other.
 * By the table of lengths (Wagner and Fischer, 1974), without the ends that are alike.
 */
export function findShared({
  before,
  after,
}: {
  before: readonly string[];
  after: readonly string[];
}): readonly SharedPlace[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const middle = findWithin({
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  });
  return [
    ...Array.from({ length: head }, (_, at) => ({ before: at, after: at })),
    ...middle.map((at) => ({ before: at.before + head, after: at.after + head })),
    ...Array.from({ length: tail }, (_, at) => ({
      before: before.length - tail + at,
      after: after.length - tail + at,
    })),
  ];
}

function findWithin({
  before,
  after,
}: {
  before: readonly string[];
  after: readonly string[];
}): readonly SharedPlace[] {
  const width = after.length + 1;
  if (before.length * after.length === 0 || before.length * after.length > mostPairs) return [];
  // How long the longest is from this place of each on.
  const lengths = new Uint32Array((before.length + 1) * width);
  const lengthAt = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const found: SharedPlace[] = [];
  const at = { before: 0, after: 0 };
  while (at.before < before.length && at.after < after.length) {
    if (before[at.before] === after[at.after]) found.push({ before: at.before++, after: at.after++ });
    else if (lengthAt(at.before + 1, at.after) >= lengthAt(at.before, at.after + 1)) at.before++;
    else at.after++;
  }
  return found;
}
