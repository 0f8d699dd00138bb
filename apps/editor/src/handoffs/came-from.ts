import type { Brief } from './inbox-types.ts';
import { standingEntries } from './standing-entries.ts';

type Entry = Pick<Brief['entries'][number], 'kind' | 'from' | 'to' | 'by' | 'byId' | 'at' | 'undoes' | 'tookOn'>;

/** The giving of a hand-off by which it came to this reader from somebody else, until they have done something with it. */
export function cameFrom<One extends Entry>({
  owner,
  entries,
  me,
}: {
  owner: { readonly id: string } | null;
  entries: readonly One[];
  me: string;
}): One | undefined {
  const standing = standingEntries(entries);
  const last = standing.findLastIndex(({ kind }) => kind === 'assigned' || kind === 'given-back');
  const given = standing[last];
  if (owner?.id !== me || given?.kind !== 'assigned' || given.from === null) return undefined;
  return standing.slice(last).some(({ byId }) => byId === me) ? undefined : given;
}
