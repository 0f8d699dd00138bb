import { isFalling, type Stem, samplesOf } from './stem-path.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How near a stem may come to a card that is not its own. */
const clearance = 5;
/** How far from a card an upright stretch runs. */
const aside = 12;
/** The drop in which a stem moves over to its upright stretch. */
const shift = 58;
const mostCandidates = 24;

/**
 * The stem, led around cards: straight on where nothing is in the way, else over the nearest upright stretch that is
 * free. Where there is none it stays as it is. `obstacles`: cards that are not its own, those between its ends at least;
 * `own`: the two that it joins.
 */
export function routeStem({
  stem,
  obstacles,
  own,
}: {
  stem: Stem;
  obstacles: readonly Box[];
  own: readonly Box[];
}): Stem {
  const { from, to } = stem;
  if (!isFalling(stem)) return routeBack({ stem, obstacles, own });
  if (isFree({ stem, obstacles })) return stem;
  const between = obstacles.filter(({ top, bottom }) => top < to.y && bottom > from.y);
  for (const x of candidates({ stem, between })) {
    const routed = { from, to, via: { x, ...reachOf({ stem, between, x }) } };
    if (routed.via.bottom >= routed.via.top && isFree({ stem: routed, obstacles: between })) return routed;
  }
  return stem;
}

/** A loop runs up beside everything between its ends, on the nearer side on which its turns do not hide behind its own cards. */
function routeBack({ stem, obstacles, own }: Parameters<typeof routeStem>[0]): Stem {
  const { from, to } = stem;
  const between = [...own, ...obstacles.filter(({ top, bottom }) => top < from.y && bottom > to.y)];
  const sides = own.flatMap(({ left, right }) => [left - aside, right + aside]);
  const outer = [Math.min(...sides), Math.max(...sides)];
  const free = [...candidates({ stem, between }), ...outer]
    .filter((side) => between.every(({ left, right }) => side <= left - aside || side >= right + aside))
    .map((x) => ({ from, to, via: { x, top: from.y, bottom: to.y } }));
  return free.find((routed) => isSeen({ stem: routed, own })) ?? free[0] ?? stem;
}

function isSeen({ stem, own }: { stem: Stem; own: readonly Box[] }): boolean {
  return samplesOf(stem).every(({ x, y }) =>
    own.every(({ left, top, right, bottom }) => x <= left || x >= right || y <= top || y >= bottom),
  );
}

/** Places for the upright stretch, those that make the shortest way first. */
function candidates({ stem: { from, to }, between }: { stem: Stem; between: readonly Box[] }): readonly number[] {
  const sides = between.flatMap(({ left, right }) => [left - aside, right + aside]);
  const cost = (x: number) => Math.abs(x - from.x) + Math.abs(x - to.x);
  return [...new Set([from.x, to.x, ...sides])].sort((one, other) => cost(one) - cost(other)).slice(0, mostCandidates);
}

/** From where to where the stretch may run: the moves over to it must be done above and below the cards passed. */
function reachOf({ stem: { from, to }, between, x }: { stem: Stem; between: readonly Box[]; x: number }): {
  top: number;
  bottom: number;
} {
  const crossed = (end: number) => {
    const [low, high] = [Math.min(x, end), Math.max(x, end)];
    return between.filter(({ left, right }) => left - clearance < high && right + clearance > low);
  };
  const first = Math.min(...crossed(from.x).map(({ top }) => top - clearance));
  const last = Math.max(...crossed(to.x).map(({ bottom }) => bottom + clearance));
  return {
    top: x === from.x ? from.y : Math.max(from.y, Math.min(from.y + shift, first)),
    bottom: x === to.x ? to.y : Math.min(to.y, Math.max(to.y - shift, last)),
  };
}

function isFree({ stem, obstacles }: { stem: Stem; obstacles: readonly Box[] }): boolean {
  if (obstacles.length === 0) return true;
  return samplesOf(stem).every(({ x, y }) =>
    obstacles.every(
      ({ left, top, right, bottom }) =>
        x <= left - clearance || x >= right + clearance || y <= top - clearance || y >= bottom + clearance,
    ),
  );
}
