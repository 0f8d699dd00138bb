import { describe, expect, it } from 'vitest';
import { shiftIntoView } from './shift-into-view.ts';

const viewport = { x: 0, y: 0, zoom: 1 };
const shift = ({ left, top, size = 200 }: { left: number; top: number; size?: number }) =>
  shiftIntoView({
    box: { left, top, right: left + size, bottom: top + size },
    viewport,
    width: 1200,
    height: 700,
  });

describe('what is put down or chosen', () => {
  it('stays where it is when it is seen whole', () => {
    expect(shift({ left: 300, top: 100 })).toEqual({ x: 0, y: 0 });
  });

  it('comes in from beyond each edge, just so far', () => {
    expect(shift({ left: -50, top: 100 })).toEqual({ x: 66, y: 0 });
    expect(shift({ left: 300, top: 20 })).toEqual({ x: 0, y: 40 });
    expect(shift({ left: 300, top: 600 })).toEqual({ x: 0, y: -116 });
  });

  it('does not hide below the overview', () => {
    expect(shift({ left: 900, top: 500 })).toEqual({ x: 0, y: -166 });
  });

  it('shows its upper left corner where it is larger than the view', () => {
    expect(shift({ left: 300, top: 100, size: 2_000 })).toEqual({ x: -284, y: -40 });
  });

  it('counts at the zoom of the view', () => {
    const box = { left: -100, top: 200, right: 0, bottom: 300 };
    expect(shiftIntoView({ box, viewport: { x: 0, y: 0, zoom: 0.5 }, width: 1200, height: 700 })).toEqual({
      x: 66,
      y: 0,
    });
  });
});
