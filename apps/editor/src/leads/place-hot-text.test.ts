import { expect, it } from 'vitest';
import { type CurveStep, placeHotText } from './place-hot-text.ts';

const x = (at: number) => at;
const y = (score: number) => 200 - score;

function place(...steps: CurveStep[]) {
  return placeHotText({ lines: { x, y, flights: [{ steps, until: 500 }] }, hot: y(65), right: 500, width: 60 });
}

it('stands at the right end, above the line, while nothing runs there', () => {
  expect(place({ at: 30, score: 0 })).toEqual({ x: 500, y: y(65) - 5, textAnchor: 'end' });
});

it('goes below the line where the forecast runs above it, and to the other end where it falls across both', () => {
  expect(place({ at: 30, score: 0 }, { at: 250, score: 75 })).toMatchObject({ y: y(65) + 13, textAnchor: 'end' });
  expect(place({ at: 30, score: 0 }, { at: 250, score: 90 }, { at: 470, score: 10 })).toMatchObject({
    y: y(65) - 5,
    textAnchor: 'start',
  });
});
