import type { Position } from '@sodate/journey/graph/graph';

/** The middle of the canvas as it is seen, in the window. */
export function canvasMiddle(): Position {
  const box = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (box === undefined) return { x: window.innerWidth / 2, y: window.innerHeight / 2 };
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
