import type { Page } from 'playwright-core';

/** Taps "Undo" and once more where it stood: an answer stands there then, and must not be given by that. */
export async function undoByDoubleTap(page: Page): Promise<void> {
  const place = await page.getByRole('button', { name: 'Undo' }).boundingBox();
  if (place === null) throw new Error('nothing can be undone');
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
  await page.touchscreen.tap(x, y);
  const accept = page.getByRole('button', { name: 'Accept' });
  await accept.waitFor();
  await page.touchscreen.tap(x, y);
  await page.getByText('Undone', { exact: true }).first().waitFor();
  await accept.and(page.locator(':enabled')).waitFor();
}
