import type { ActKind } from '@sodate/services/handoff/find-last-act';
import type { Brief } from './inbox-types.ts';

type Entry = Pick<Brief['entries'][number], 'kind' | 'undoes' | 'tookOn'>;

/** What the server takes back, each of them: one more there is one more here. */
const acts: Readonly<Record<ActKind, true>> = {
  accepted: true,
  rejected: true,
  'given-back': true,
  absent: true,
  reached: true,
  met: true,
  opportunity: true,
  won: true,
  lost: true,
};

/** The log without answers and changes of owner that were taken back, and without the taking back. */
export function standingEntries<One extends Entry>(entries: readonly One[]): readonly One[] {
  const standing: One[] = [];
  const drop = (isMeant: (kind: Entry['kind']) => boolean) => {
    const last = standing.findLastIndex(({ kind }) => isMeant(kind));
    return last < 0 ? undefined : standing.splice(last, 1)[0];
  };
  for (const entry of entries) {
    if (entry.kind === 'undone') {
      if (drop((kind) => kind in acts)?.tookOn === true) drop((kind) => kind === 'accepted');
    } else if (entry.undoes) drop((kind) => kind === 'assigned');
    else standing.push(entry);
  }
  return standing;
}
