import { aroundAll, boxesOf } from './boxes.ts';
import { margin } from './find-whole-view.ts';
import { narrow } from './floating.ts';
import { useLayout } from './use-layout.ts';

/**
 * Shows the whole journey in a window of any size, as `findWholeView` would once it is measured: for a phone, where the
 * server has drawn the canvas. The tangent of an angle is how a stylesheet divides a length by another.
 */
export function DrawnWhole() {
  const around = aroundAll(boxesOf(useLayout()));
  if (around === undefined) return null;
  const { left, right, top, bottom } = around;
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const above = narrow.toolsHeight;
  const zoomOf = (room: string, size: number) => `tan(atan2(${room}, ${Math.max(1, size)}px))`;
  const zoom = `min(1, ${zoomOf(`100cqw - ${margin * 2}px`, right - left)}, ${zoomOf(`100cqh - ${above + margin}px`, bottom - top)})`;
  const x = `calc(50cqw - ${middle.x}px * var(--zoom))`;
  const y = `max(${above}px - ${top}px * var(--zoom), 50cqh - ${middle.y}px * var(--zoom))`;
  return (
    <style>{`.react-flow { container-type: size } .react-flow__viewport { --zoom: ${zoom}; transform: translate(${x}, ${y}) scale(var(--zoom)) !important }`}</style>
  );
}
