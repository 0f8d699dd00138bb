import type { Brief } from './inbox-types.ts';
import { standingEntries } from './standing-entries.ts';

type Entry = Brief['entries'][number];

const said: readonly Entry['kind'][] = ['absent', 'reached', 'met', 'opportunity', 'won', 'lost', 'rejected', 'note'];

/** Of a log, what came of contacts with the lead and the notes, the latest first; what was taken back is left out. */
export function lastSaid(entries: readonly Entry[]): readonly Entry[] {
  return standingEntries(entries)
    .filter(({ kind }) => said.includes(kind))
    .toReversed();
}
