import type { UserId } from '@sodate/journey/id';

export interface Receiver {
  readonly id: UserId;
  readonly count: number;
}

/** How many each is given, in the order in which they came first. */
export function countEach(given: readonly { readonly owner: UserId }[]): readonly Receiver[] {
  const counts = new Map<UserId, number>();
  for (const { owner } of given) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count }));
}
