import type { Layout } from './lay-out.ts';
import type { Box } from './route-stem.ts';

/** Everything of a journey that takes room: cards, groups and notes. */
export function boxesOf({ cards, groups, graph }: Layout): readonly Box[] {
  const notes = Object.values(graph.notes).map(({ position: { x, y }, size }) => ({
    left: x,
    top: y,
    right: x + size.width,
    bottom: y + size.height,
  }));
  return [...Array.from(cards.values(), ({ box }) => box), ...groups.map(({ box }) => box), ...notes];
}

/** The box around all; undefined where there are none. */
export function aroundAll(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes;
  if (first === undefined) return undefined;
  return boxes.reduce((all, box) => ({
    left: Math.min(all.left, box.left),
    right: Math.max(all.right, box.right),
    top: Math.min(all.top, box.top),
    bottom: Math.max(all.bottom, box.bottom),
  }));
}
