import type { Brief } from './inbox-types.ts';
import { standingEntries } from './standing-entries.ts';

type Entry = Pick<Brief['entries'][number], 'kind' | 'from' | 'to' | 'by' | 'note' | 'at' | 'undoes' | 'tookOn'>;

const inHand: readonly Brief['state'][] = ['open', 'accepted', 'opportunity'];

/** The giving of a hand-off to who has it now, where a note came with it and sales are still at it. */
export function noteOfGiver({
  state,
  owner,
  entries,
}: {
  state: Brief['state'];
  owner: object | null;
  entries: readonly Entry[];
}): (Entry & { readonly note: string }) | undefined {
  const given = standingEntries(entries).findLast(({ kind }) => kind === 'assigned' || kind === 'given-back');
  if (!inHand.includes(state) || owner === null || given?.kind !== 'assigned' || given.note === null) return undefined;
  return { ...given, note: given.note };
}
