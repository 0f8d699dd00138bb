import type { HandoffRow } from '@sodate/database/schema/handoff';

/** What a notice about another's deadline keeps: which hand-off, and who had not answered (empty: nobody had it). */
export function whoseOf({ id, ownerId }: Pick<HandoffRow, 'id' | 'ownerId'>): { handoff: string; owner: string } {
  return { handoff: id, owner: ownerId ?? '' };
}
