import type { InboxView } from './inbox-search.ts';
import type { ListedHandoff } from './inbox-types.ts';

type Listed = Pick<ListedHandoff, 'id' | 'state' | 'nextContact'>;

/**
 * Which hand-off to go on to from the one shown: of the open ones the most urgent other; of those in progress one that is
 * to be contacted today, else the next below it for which nothing is planned, and those planned for later once nothing
 * else is left. `stood` is the order in which they stood when it was chosen: an answer moves it, or takes it out of the
 * list, and the way on stays the one that was named before. Undefined: none; null: from there nobody goes on.
 */
export function nextOf<Row extends Listed>({
  view,
  rows,
  shown,
  stood,
}: {
  view: InboxView;
  rows: readonly Row[];
  shown: string | undefined;
  stood: readonly string[];
}): Row | undefined | null {
  switch (view) {
    case 'open':
      return rows.find(({ id, state }) => id !== shown && state === 'open');
    case 'working':
      return nextInProgress({ others: rows.filter(({ id }) => id !== shown), shown, stood });
    case 'closed':
      return null;
  }
}

function nextInProgress<Row extends Listed>({
  others,
  shown,
  stood,
}: {
  others: readonly Row[];
  shown: string | undefined;
  stood: readonly string[];
}): Row | undefined {
  const today = others.find((row) => !isForLater(row) && row.nextContact !== null);
  if (today !== undefined) return today;
  const above = new Set(stood.slice(0, stood.indexOf(shown ?? '') + 1));
  const below = others.filter(({ id }) => !above.has(id));
  return below.find((row) => !isForLater(row)) ?? (others.every(isForLater) ? below[0] : undefined);
}

/** How many planned for later stand between the one shown and the next in progress, which passes over them. */
export function countPassedOver({
  rows,
  shown,
  stood,
  next,
}: {
  rows: readonly Listed[];
  shown: string | undefined;
  stood: readonly string[];
  next: Listed | undefined | null;
}): number {
  if (next === undefined || next === null || isForLater(next)) return 0;
  const above = new Set(stood.slice(0, stood.indexOf(shown ?? '') + 1));
  const before = rows.slice(
    0,
    rows.findIndex(({ id }) => id === next.id),
  );
  return before.filter((row) => !above.has(row.id) && isForLater(row)).length;
}

function isForLater({ nextContact }: Listed): boolean {
  return nextContact?.standing === 'later';
}
