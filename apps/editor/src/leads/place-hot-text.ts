import { margin } from './score-curve-layout.ts';

export interface CurveStep {
  readonly at: number;
  readonly score: number;
}

interface Lines {
  readonly x: (at: number) => number;
  readonly y: (score: number) => number;
  /** What was and what comes, each a flight of steps up to its end. */
  readonly flights: readonly { readonly steps: readonly CurveStep[]; readonly until: number }[];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly textAnchor: 'start' | 'end';
}

const height = 11;

/** Where the words of the hot line stand: at its right end, unless the curve runs there and leaves room elsewhere. */
export function placeHotText({
  lines,
  hot,
  right,
  width,
}: {
  lines: Lines;
  /** The line's place. */
  hot: number;
  right: number;
  width: number;
}): TextPlace {
  const above = { y: hot - 5, top: hot - 5 - height, bottom: hot - 2 };
  const below = { y: hot + 13, top: hot + 2, bottom: hot + 15 };
  const atEnd = { x: right, textAnchor: 'end', left: right - width, right } as const;
  const atStart = {
    x: margin.left + 4,
    textAnchor: 'start',
    left: margin.left,
    right: margin.left + 4 + width,
  } as const;
  const places = [atEnd, atStart].flatMap((side) => [above, below].map((level) => ({ ...side, ...level })));
  const place = places.find((one) => !isCrossed({ box: one, lines })) ?? { ...atEnd, ...above };
  return { x: place.x, y: place.y, textAnchor: place.textAnchor };
}

function isCrossed({ box, lines: { x, y, flights } }: { box: Box; lines: Lines }): boolean {
  return flights.some(({ steps, until }) =>
    steps.some(({ at, score }, index) => {
      const next = steps[index + 1];
      const [from, to] = [x(at), x(next?.at ?? until)];
      const level = y(score);
      if (to >= box.left && from <= box.right && level >= box.top && level <= box.bottom) return true;
      if (next === undefined || to < box.left || to > box.right) return false;
      const ends = [level, y(next.score)];
      return Math.max(...ends) >= box.top && Math.min(...ends) <= box.bottom;
    }),
  );
}
