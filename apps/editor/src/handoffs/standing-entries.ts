import type { Brief } from './inbox-types.ts';

type Entry = Pick<Brief['entries'][number], 'kind' | 'undoes'>;

/** The log without changes of owner that were taken back, and without the taking back. */
export function standingEntries<One extends Entry>(entries: readonly One[]): readonly One[] {
  const standing: One[] = [];
  for (const entry of entries) {
    const last = standing.findLastIndex(({ kind }) => kind === 'assigned');
    if (!entry.undoes) standing.push(entry);
    else if (last >= 0) standing.splice(last, 1);
  }
  return standing;
}
