import type { Text } from '@sodate/journey/text';
import { parseInstant } from '@sodate/journey/time/instant';
import type { ScoreCurve } from './lead-types.ts';
import type { CurveStep } from './place-hot-text.ts';

export const chartHeight = 200;
export const margin = { left: 30, right: 8, top: 24, bottom: 22 } as const;

const dayMs = 86_400_000;
/** Hits closer than this share one label. */
const togetherPx = 24;

export interface CurveLabel {
  readonly x: number;
  readonly y: number;
  readonly titles: readonly Text[];
  readonly points: number;
}

export interface CurveLayout {
  readonly x: (at: number) => number;
  readonly y: (score: number) => number;
  readonly now: number;
  /** SVG paths: what was, the area under it, and what comes if nothing happens. */
  readonly past: string;
  readonly area: string;
  readonly next: string;
  readonly labels: readonly CurveLabel[];
  /** Scores to draw lines at. */
  readonly levels: readonly number[];
  readonly days: readonly number[];
  /** What was and what comes, as steps. */
  readonly flights: readonly { readonly steps: readonly CurveStep[]; readonly until: number }[];
}

/** Places everything of the chart in pixels. */
export function layOutCurve({ curve, width }: { curve: ScoreCurve; width: number }): CurveLayout {
  const from = parseInstant(curve.from);
  const to = parseInstant(curve.to);
  const now = parseInstant(curve.now);
  const steps = curve.steps.map(({ at, score }) => ({ at: parseInstant(at), score }));
  const top = niceTop(Math.max(curve.hotAt, ...steps.map(({ score }) => score)));
  const low = Math.min(0, ...steps.map(({ score }) => score));
  const plotWidth = width - margin.left - margin.right;
  const plotHeight = chartHeight - margin.top - margin.bottom;
  const x = (at: number) => margin.left + ((at - from) / (to - from)) * plotWidth;
  const y = (score: number) => margin.top + ((top - score) / (top - low)) * plotHeight;
  const past = steps.filter(({ at }) => at <= now);
  const last = past.at(-1)?.score ?? 0;
  const line = stairs({ steps: past, x, y, until: now });
  const coming = [{ at: now, score: last }, ...steps.filter(({ at }) => at > now)];
  const next = stairs({ steps: coming, x, y, until: to });
  return {
    x,
    y,
    now: x(now),
    past: line,
    area: `${line}V${round(y(Math.max(0, low)))}H${round(x(from))}Z`,
    next,
    labels: labelsOf({ curve, steps, x, y }),
    levels: [0, top / 2, top],
    days: daysOf({ from, to, width }),
    flights: [
      { steps: past, until: now },
      { steps: coming, until: to },
    ],
  };
}

interface Placed {
  readonly x: (at: number) => number;
  readonly y: (score: number) => number;
}

function stairs({ steps, x, y, until }: Placed & { steps: readonly CurveStep[]; until: number }): string {
  const [first, ...rest] = steps;
  if (first === undefined) return '';
  const moves = rest.map(({ at, score }) => `H${round(x(at))}V${round(y(score))}`);
  return `M${round(x(first.at))} ${round(y(first.score))}${moves.join('')}H${round(x(until))}`;
}

function labelsOf({
  curve,
  steps,
  x,
  y,
}: Placed & { curve: ScoreCurve; steps: readonly CurveStep[] }): readonly CurveLabel[] {
  const groups: { start: number; end: number; titles: Text[]; points: number }[] = [];
  for (const { at, title, points } of curve.hits) {
    const place = parseInstant(at);
    const group = groups.at(-1);
    if (group === undefined || x(place) - x(group.start) > togetherPx) {
      groups.push({ start: place, end: place, titles: [title], points });
      continue;
    }
    group.end = place;
    group.points += points;
    if (!group.titles.some(({ en }) => en === title.en)) group.titles.push(title);
  }
  return groups.map(({ end, titles, points }) => {
    const score = steps.findLast(({ at }) => at <= end)?.score ?? 0;
    return { x: x(end), y: y(score), titles, points };
  });
}

function niceTop(most: number): number {
  const step = most <= 20 ? 10 : 10 ** Math.floor(Math.log10(most));
  return Math.max(step, Math.ceil(most / step) * step);
}

/** Days to name below: as many as have room. */
function daysOf({ from, to, width }: { from: number; to: number; width: number }): readonly number[] {
  const total = Math.round((to - from) / dayMs);
  const every = Math.max(1, Math.ceil(total / Math.max(2, Math.floor(width / 64))));
  return Array.from({ length: Math.floor(total / every) + 1 }, (_, index) => from + index * every * dayMs).filter(
    // The last one would be cut at the edge.
    (day) => to - day > dayMs,
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
