import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBeside } from './place-beside.ts';

const window = { left: 0, top: 0, right: 1280, bottom: 800 };
const palette = { width: 300, height: 420 };
const cardAt = ({ x, y }: { x: number; y: number }) => ({ left: x, top: y, right: x + 212, bottom: y + 94 });

describe('placing what floats', () => {
  it('stays where it was asked for while nothing is in the way', () => {
    const keep = [cardAt({ x: 100, y: 100 })];
    expect(placeBeside({ at: { x: 500, y: 200 }, size: palette, keep, within: window })).toEqual({ x: 500, y: 200 });
  });

  it('goes beside the card where the window would push it over', () => {
    const keep = [cardAt({ x: 500, y: 560 })];
    const { x, y } = placeBeside({ at: { x: 560, y: 700 }, size: palette, keep, within: window });
    expect(x + palette.width <= 500 || x >= 712 || y + palette.height <= 560).toBe(true);
  });

  it('never covers a card in a window of 1280 × 800, and never leaves the window', () => {
    const spot = fc.record({ x: fc.integer({ min: -50, max: 1330 }), y: fc.integer({ min: -50, max: 850 }) });
    const card = fc.record({ x: fc.integer({ min: 0, max: 1068 }), y: fc.integer({ min: 52, max: 706 }) });
    fc.assert(
      fc.property(spot, card, (at, corner) => {
        const box = cardAt(corner);
        const { x, y } = placeBeside({ at, size: palette, keep: [box], within: window });
        expect(x >= 0 && y >= 0 && x + palette.width <= 1280 && y + palette.height <= 800).toBe(true);
        const apart =
          x >= box.right || x + palette.width <= box.left || y >= box.bottom || y + palette.height <= box.top;
        expect(apart).toBe(true);
      }),
    );
  });

  it('stands where it was asked for where there is no free place', () => {
    const keep = [{ left: 0, top: 0, right: 1280, bottom: 800 }];
    expect(placeBeside({ at: { x: 500, y: 200 }, size: palette, keep, within: window })).toEqual({ x: 500, y: 200 });
  });
});
