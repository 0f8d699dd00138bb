import type { Page } from 'playwright-core';
import { nodeNearMiddle } from './node-near-middle.ts';

const steps = 40;

export const gestures = {
  'pan, everything in view': (page: Page) => pan(page),
  'zoom in from everything': (page: Page) => zoomIn(page),
  'pan, cards at full size': (page: Page) => pan(page),
  'drag one node': (page: Page) => drag(page),
} as const satisfies Readonly<Record<string, (page: Page) => Promise<void>>>;

export type Gesture = keyof typeof gestures;

/** The middle of the frame times while a person does this, in milliseconds. */
export async function frameTime({ page, gesture }: { page: Page; gesture: Gesture }): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { frameTimes: times });
    const note = (at: number) => {
      times.push(at);
      if ((window as unknown as { frameTimes?: number[] }).frameTimes === times) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await gestures[gesture](page);
  const times = await page.evaluate(() => {
    const own = window as unknown as { frameTimes?: number[] };
    const found = own.frameTimes ?? [];
    delete own.frameTimes;
    return found;
  });
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  return gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? Number.NaN;
}

async function pan(page: Page): Promise<void> {
  await page.mouse.move(700, 420);
  for (let step = 0; step < steps; step++) {
    const back = step < steps / 2 ? 1 : -1;
    await page.mouse.wheel(24 * back, 18 * back);
  }
}

async function zoomIn(page: Page): Promise<void> {
  await page.mouse.move(700, 420);
  await page.keyboard.down('Control');
  for (let step = 0; step < steps; step++) await page.mouse.wheel(0, -56);
  await page.keyboard.up('Control');
}

/** Takes the node nearest to the middle of what is seen. */
async function drag(page: Page): Promise<void> {
  const start = await nodeNearMiddle({ page });
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  for (let step = 1; step <= steps; step++) await page.mouse.move(start.x + step * 3, start.y + step * 2);
  await page.mouse.up();
}
