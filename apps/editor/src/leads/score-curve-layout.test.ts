import { sameText } from '@sodate/journey/text';
import { expect, it } from 'vitest';
import type { ScoreCurve } from './lead-types.ts';
import { chartHeight, layOutCurve, margin } from './score-curve-layout.ts';

const day = (number: number) => new Date(Date.UTC(2026, 10, number)).toISOString();

const curve: ScoreCurve = {
  now: day(15),
  from: day(1),
  to: day(29),
  total: 35,
  reasons: [],
  hotAt: 60,
  windowDays: 14,
  steps: [
    { at: day(1), score: 0 },
    { at: day(5), score: 20 },
    { at: day(12), score: 35 },
    { at: day(19), score: 15 },
    { at: day(26), score: 0 },
  ],
  hits: [
    { at: day(5), title: sameText('form'), points: 20 },
    { at: day(12), title: sameText('page'), points: 15 },
  ],
  coolsAt: null,
};

it('keeps the whole course inside the chart, with the hot line', () => {
  const { x, y } = layOutCurve({ curve, width: 540 });
  expect([x(Date.parse(curve.from)), x(Date.parse(curve.to))]).toEqual([margin.left, 540 - margin.right]);
  expect(y(0)).toBe(chartHeight - margin.bottom);
  expect(y(60)).toBeGreaterThanOrEqual(margin.top);
});

it('ends what was at now, and begins there what comes', () => {
  const { past, next, now, y } = layOutCurve({ curve, width: 540 });
  expect(past.endsWith(`H${now}`)).toBe(true);
  expect(next.startsWith(`M${now} ${Math.round(y(35) * 10) / 10}`)).toBe(true);
});

it('labels each hit, and hits of one moment together', () => {
  expect(layOutCurve({ curve, width: 540 }).labels.map(({ points }) => points)).toEqual([20, 15]);
  const close = { ...curve, hits: [...curve.hits, { at: day(12), title: sameText('mail'), points: 8 }] };
  const labels = layOutCurve({ curve: close, width: 540 }).labels;
  expect(labels.map(({ points, titles }) => [points, titles.length])).toEqual([
    [20, 1],
    [23, 2],
  ]);
});

it('draws a lead without any point', () => {
  const none = { ...curve, steps: [{ at: day(1), score: 0 }], hits: [] };
  const { past, labels } = layOutCurve({ curve: none, width: 320 });
  expect(past).not.toMatch(/NaN|undefined/);
  expect(labels).toEqual([]);
});
