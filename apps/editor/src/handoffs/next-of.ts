import type { InboxView } from './inbox-search.ts';
import type { ListedHandoff } from './inbox-types.ts';

type Listed = Pick<ListedHandoff, 'id' | 'state' | 'nextContact'>;

/**
 * Which hand-off to go on to from the one shown: of the open ones the most urgent other; of those in progress one that is
 * to be contacted today, else the one below it. Undefined: none; null: from there nobody goes on.
 */
export function nextOf<Row extends Listed>({
  view,
  rows,
  shown,
}: {
  view: InboxView;
  rows: readonly Row[];
  shown: string | undefined;
}): Row | undefined | null {
  switch (view) {
    case 'open':
      return rows.find(({ id, state }) => id !== shown && state === 'open');
    case 'working':
      return (
        rows.find(({ id, nextContact }) => id !== shown && nextContact !== null && nextContact.standing !== 'later') ??
        rows[rows.findIndex(({ id }) => id === shown) + 1]
      );
    case 'closed':
      return null;
  }
}
