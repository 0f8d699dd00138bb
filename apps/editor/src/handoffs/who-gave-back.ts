import type { Brief } from './inbox-types.ts';

type Entry = Pick<Brief['entries'][number], 'kind' | 'byId'>;

/** Those who said of a hand-off that it is somebody else's, and have not taken that back: they hardly want it again. */
export function whoGaveBack(entries: readonly Entry[]): ReadonlySet<string> {
  const theirs = new Set<string>();
  for (const { kind, byId } of entries) {
    if (byId === null) continue;
    if (kind === 'given-back') theirs.add(byId);
    if (kind === 'undone') theirs.delete(byId);
  }
  return theirs;
}
