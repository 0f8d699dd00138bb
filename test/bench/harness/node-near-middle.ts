import type { Page } from 'playwright-core';

/** Where to take hold of a node: the one nearest to the middle of what is seen, or the nth nearest. */
export async function nodeNearMiddle({
  page,
  nth = 0,
}: {
  page: Page;
  nth?: number;
}): Promise<{ x: number; y: number }> {
  const found = await page.evaluate((wanted) => {
    const middle = { x: innerWidth / 2, y: innerHeight / 2 };
    const places = [...document.querySelectorAll('.react-flow__node')].map((node) => {
      const { left, top, width } = node.getBoundingClientRect();
      return { x: left + width / 2, y: top + 14 };
    });
    const distance = ({ x, y }: { x: number; y: number }) => Math.hypot(x - middle.x, y - middle.y);
    return places.sort((one, other) => distance(one) - distance(other))[wanted];
  }, nth);
  if (found === undefined) throw new Error('no node is in view');
  return found;
}
