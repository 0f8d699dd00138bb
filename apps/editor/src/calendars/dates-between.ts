import { formatDay, parseDay } from '@sodate/journey/time/day';

/** A closed time is a few days; a year typed wrong must not become thousands. */
const most = 100;

/** Each date from the first to the last, "2026-12-29" to "2027-01-03"; the first alone where no last is given. Undefined: not in order, or far too many. */
export function datesBetween({ from, until }: { from: string; until: string }): readonly string[] | undefined {
  if (until === '') return [from];
  const [first, last] = [parseDay(from), parseDay(until)];
  if (last < first || last - first >= most) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => formatDay(first + index));
}
