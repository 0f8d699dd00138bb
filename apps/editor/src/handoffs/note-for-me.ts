import type { Brief } from './inbox-types.ts';
import { standingEntries } from './standing-entries.ts';

type Entry = Pick<Brief['entries'][number], 'kind' | 'by' | 'byId' | 'note' | 'at' | 'undoes' | 'tookOn'>;

/**
 * The newest note of somebody else that its reader has not answered by anything since: the owner's, or an answer to what
 * the reader wrote. Undefined: none.
 */
export function noteForMe({
  entries: all,
  owner,
  me,
}: {
  entries: readonly Entry[];
  owner: { readonly id: string } | null;
  me: string;
}): (Entry & { readonly by: string; readonly note: string }) | undefined {
  const entries = standingEntries(all);
  const last = entries.findLastIndex(({ kind, byId }) => kind === 'note' && byId !== me);
  const found = entries[last];
  if (found === undefined || found.note === null || found.by === null) return undefined;
  const after = entries.slice(last + 1);
  if (after.some(({ byId }) => byId === me)) return undefined;
  const wrote = entries.slice(0, last).some(({ byId, note }) => byId === me && note !== null);
  return owner?.id === me || wrote ? { ...found, by: found.by, note: found.note } : undefined;
}
