import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findWholeView } from './find-whole-view.ts';
import type { Box } from './route-stem.ts';

const screens = [
  { width: 1_216, height: 744, floating: { toolsHeight: 60, overview: { width: 176, height: 166 } } },
  { width: 390, height: 700, floating: { toolsHeight: 60, overview: { width: 176, height: 56 } } },
];
const card = (x: number, y: number): Box => ({ left: x, top: y, right: x + 212, bottom: y + 94 });
/** React Flow rounds paddings to whole pixels. */
const slack = 1.01;
const cards = fc.array(fc.tuple(fc.integer({ min: -3_000, max: 3_000 }), fc.integer({ min: -3_000, max: 3_000 })), {
  minLength: 1,
  maxLength: 40,
});

it.each(screens)('shows every card, and none under the tools or the overview, on $width x $height', (window) => {
  fc.assert(
    fc.property(cards, (places) => {
      const boxes = places.map(([x, y]) => card(x, y));
      const view = findWholeView({ boxes, window });
      if (view === undefined) throw new Error('there are cards');
      for (const box of boxes) {
        const [left, right] = [box.left * view.zoom + view.x, box.right * view.zoom + view.x];
        const [top, bottom] = [box.top * view.zoom + view.y, box.bottom * view.zoom + view.y];
        expect(left).toBeGreaterThanOrEqual(-slack);
        expect(right).toBeLessThanOrEqual(window.width + slack);
        expect(top).toBeGreaterThanOrEqual(window.floating.toolsHeight - slack);
        const { overview } = window.floating;
        const besideIt = right <= window.width - overview.width + slack;
        expect(bottom).toBeLessThanOrEqual(window.height - (besideIt ? 0 : overview.height) + slack);
      }
    }),
  );
});

it('leaves no room for the overview where nothing would lie under it', () => {
  const [window] = screens;
  if (window === undefined) throw new Error('there is a screen');
  const view = findWholeView({ boxes: [card(0, 0), card(0, 2_000)], window });
  expect((view?.zoom ?? 0) * 2_094).toBeCloseTo(744 - 60 - 24);
});

it('shows nothing of an empty journey', () => {
  expect(screens.map((window) => findWholeView({ boxes: [], window }))).toEqual([undefined, undefined]);
});
