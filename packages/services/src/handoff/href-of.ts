import type { HandoffId } from '@sodate/journey/id';

/** Where a hand-off is read. */
export function hrefOf({ id }: { readonly id: HandoffId }): string {
  return `/handoffs/${id}`;
}
