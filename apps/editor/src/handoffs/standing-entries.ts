import type { Brief } from './inbox-types.ts';

type Entry = Pick<Brief['entries'][number], 'kind' | 'undoes' | 'tookOn'>;

const acts: readonly Entry['kind'][] = [
  'accepted',
  'rejected',
  'given-back',
  'absent',
  'reached',
  'met',
  'opportunity',
  'won',
  'lost',
];

/** The log without answers and changes of owner that were taken back, and without the taking back. */
export function standingEntries<One extends Entry>(entries: readonly One[]): readonly One[] {
  const standing: One[] = [];
  const drop = (kinds: readonly Entry['kind'][]) => {
    const last = standing.findLastIndex(({ kind }) => kinds.includes(kind));
    return last < 0 ? undefined : standing.splice(last, 1)[0];
  };
  for (const entry of entries) {
    if (entry.kind === 'undone') {
      if (drop(acts)?.tookOn === true) drop(['accepted']);
    } else if (entry.undoes) drop(['assigned']);
    else standing.push(entry);
  }
  return standing;
}
