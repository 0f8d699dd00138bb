import { expect, it } from 'vitest';
import { findOpeningView, readableZoom } from './find-opening-view.ts';
import { findWholeView } from './find-whole-view.ts';
import type { Box } from './route-stem.ts';

const window = { width: 1_216, height: 744, floating: { toolsHeight: 60, overview: { width: 176, height: 166 } } };
const phone = { width: 390, height: 700, floating: { toolsHeight: 60, overview: { width: 176, height: 56 } } };
const card = (x: number, y: number): Box => ({ left: x, top: y, right: x + 212, bottom: y + 94 });
const first = card(0, 0);
const short = [first, card(0, 128), card(-142, 300), card(142, 300)];
const long = Array.from({ length: 40 }, (_, row) => card(0, row * 128));
const open = (given: Partial<Parameters<typeof findOpeningView>[0]>) =>
  findOpeningView({ boxes: short, first, window, left: undefined, ...given });

it('shows a journey whole where it can be read so, and on a phone always', () => {
  expect(open({})).toEqual(findWholeView({ boxes: short, window }));
  expect(open({ boxes: long, window: phone })).toEqual(findWholeView({ boxes: long, window: phone }));
});

it('begins at the first card where the whole is too small to read', () => {
  expect(open({ boxes: long })).toEqual({ x: 608 - 106 * readableZoom, y: 60, zoom: readableZoom });
  expect(open({ boxes: long, first: undefined })).toEqual(findWholeView({ boxes: long, window }));
});

it('opens as it was left where that shows cards all over the window, or all there are', () => {
  expect(open({ boxes: long, left: { x: 400, y: -2_000, zoom: 1 } })).toBeUndefined();
  expect(open({ left: { x: 100, y: 80, zoom: 0.4 } })).toBeUndefined();
});

it('leaves a view that is half empty while cards lie outside it', () => {
  const whole = findWholeView({ boxes: short, window });
  expect(open({ left: { x: 1_100, y: 80, zoom: 1 } })).toEqual(whole);
  expect(open({ left: { x: 500, y: 500, zoom: 1 } })).toEqual(whole);
  expect(open({ left: { x: -3_000, y: -3_000, zoom: 1 } })).toEqual(whole);
  expect(open({ boxes: long, left: { x: 500, y: 400, zoom: 1 } })?.y).toBe(60);
});

it('leaves a view that shows no card whole', () => {
  const apart = [card(0, 0), card(3_000, 2_000)];
  expect(open({ boxes: apart, left: { x: -1_000, y: -800, zoom: 1 } })).toEqual(
    expect.objectContaining({ zoom: readableZoom }),
  );
});

it('shows nothing of an empty journey', () => {
  expect(open({ boxes: [], first: undefined })).toBeUndefined();
});
