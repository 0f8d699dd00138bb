import type { Compared, Side } from './versions-page.tsx';

/** What a version can be held against: the one before it, the one that is live, the draft. */
export type Against = 'before' | 'live' | 'draft';

/** What there is to hold a version against. The first has none before it; the live one is not held against itself. */
export function listAgainst({ number, live }: { number: number; live: number | null }): readonly Against[] {
  const given = { before: number > 1, live: live !== null && live !== number, draft: true };
  return (['before', 'live', 'draft'] as const).filter((one) => given[one]);
}

/** Both sides, the older first, so that what differs reads as what has changed. Of the first version alone: all of it. */
export function compareWith(given: { number: number; against: Against; live: number | null }): Compared {
  const { number, against, live } = given;
  if (against === 'draft') return { before: number, after: 'draft' };
  if (against === 'live' && live !== null) return inOrder(number, live);
  return { before: number > 1 ? number - 1 : 'nothing', after: number };
}

function inOrder(one: number, other: number): Compared {
  return { before: Math.min(one, other), after: Math.max(one, other) };
}

export function isSameComparison(one: Compared, other: Compared): boolean {
  return one.before === other.before && one.after === other.after;
}

/** The version to bring back into the draft: the one looked at; looking at the draft, the live one. */
export function versionToRestore({ of, live }: { of: Side; live: number | null }): number | undefined {
  const side = of === 'draft' ? live : of;
  return typeof side === 'number' ? side : undefined;
}
