import { useJourney } from '../journeys/journey-context.ts';
import { aroundAll, boxesOf } from './boxes.ts';
import { findFirstCard } from './find-first-card.ts';
import { leastWidthToBegin, readableZoom } from './find-opening-view.ts';
import { margin } from './find-whole-view.ts';
import { narrow } from './floating.ts';
import { useLayout } from './use-layout.ts';

/**
 * Shows a journey in a window of any size as `findOpeningView` would once it is measured: where the server has drawn the
 * canvas. The tangent of an angle is how a stylesheet divides a length by another.
 */
export function DrawnWhole() {
  const { types } = useJourney();
  const layout = useLayout();
  const around = aroundAll(boxesOf(layout));
  if (around === undefined) return null;
  const { left, right, top, bottom } = around;
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const above = narrow.toolsHeight;
  const zoomOf = (room: string, size: number) => `tan(atan2(${room}, ${Math.max(1, size)}px))`;
  const zoom = `min(1, ${zoomOf(`100cqw - ${margin * 2}px`, right - left)}, ${zoomOf(`100cqh - ${above + margin}px`, bottom - top)})`;
  const x = `calc(50cqw - ${middle.x}px * var(--zoom))`;
  const y = `max(${above}px - ${top}px * var(--zoom), 50cqh - ${middle.y}px * var(--zoom))`;
  const whole = `.react-flow { container-type: size } .react-flow__viewport { --zoom: ${zoom}; transform: translate(${x}, ${y}) scale(var(--zoom)) !important }`;
  const first = findFirstCard({ layout, types });
  if (first === undefined) return <style>{whole}</style>;
  // 1 where the whole could not be read, 0 where it can.
  const far = `clamp(0, (${readableZoom} - ${zoom}) * 1000, 1)`;
  const to = (begin: string, all: string) => `calc(${all} + (${begin} - (${all})) * var(--far))`;
  const beginX = `(50cqw - ${(first.left + first.right) / 2}px * var(--zoom))`;
  const beginY = `(${above}px - ${first.top}px * var(--zoom))`;
  const wide = `@container (min-width: ${leastWidthToBegin}px) { .react-flow__viewport { --far: ${far}; --zoom: max(${readableZoom}, ${zoom}); transform: translate(${to(beginX, x)}, ${to(beginY, y)}) scale(var(--zoom)) !important } }`;
  return <style>{`${whole} ${wide}`}</style>;
}
