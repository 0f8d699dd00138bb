import { asInstant } from '@sodate/journey/time/instant';
import { expect, it } from 'vitest';
import { drawScoreCurve, hitsThatCount } from './draw-score-curve.ts';

const at = asInstant;

it('rises with each event and falls where it leaves the window', () => {
  const hits = [
    { at: at(10), rule: 'page', points: 15 },
    { at: at(40), rule: 'form', points: 20 },
  ];
  expect(drawScoreCurve({ hits, base: 0, windowMs: 100, from: at(0), to: at(200) })).toEqual([
    { at: 0, score: 0 },
    { at: 10, score: 15 },
    { at: 40, score: 35 },
    { at: 111, score: 20 },
    { at: 141, score: 0 },
  ]);
});

it('counts a limited rule no further, until its first events have left the window', () => {
  const hits = [10, 20, 30].map((time) => ({ at: at(time), rule: 'page', points: 5, limit: 2 }));
  expect(drawScoreCurve({ hits, base: 1, windowMs: 100, from: at(0), to: at(200) })).toEqual([
    { at: 0, score: 1 },
    { at: 10, score: 6 },
    { at: 20, score: 11 },
    { at: 121, score: 6 },
    { at: 131, score: 1 },
  ]);
});

it('starts with what older events gave', () => {
  const hits = [{ at: at(-20), rule: 'page', points: 5 }];
  expect(drawScoreCurve({ hits, base: 0, windowMs: 100, from: at(0), to: at(50) })).toEqual([{ at: 0, score: 5 }]);
});

it('names of a limited rule those events alone that raised the score', () => {
  const hits = [10, 20, 30, 150].map((time) => ({ at: at(time), rule: 'page', points: 5, limit: 2 }));
  expect(hitsThatCount({ hits, windowMs: 100 }).map((hit) => hit.at)).toEqual([10, 20, 150]);
});
