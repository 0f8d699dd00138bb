import type { Locator, Page } from 'playwright-core';

/** The card of a node on the canvas, by its title (or the beginning of its name: family, title, summary). */
export function cardOf({ page, title }: { page: Page; title: string | RegExp }): Locator {
  return page.getByRole('article', { name: title });
}

/** Drags a node type from the palette at the left edge to a place on the canvas, given from the canvas's corner. */
export async function dragFromRail({
  page,
  title,
  to,
}: {
  page: Page;
  title: string;
  to: { readonly x: number; readonly y: number };
}): Promise<void> {
  const item = page
    .getByRole('complementary', { name: 'ノードを追加' })
    .getByRole('button', { name: title, exact: true });
  await item.dragTo(page.getByRole('main', { name: 'キャンバス' }), { targetPosition: to });
}

/** A node type in the palette at the left edge, by the short word it has there. */
export function railItem({ page, title }: { page: Page; title: string }): Locator {
  return page.getByRole('complementary', { name: 'ノードを追加' }).getByRole('button', { name: title, exact: true });
}

/** Draws an edge with the mouse, from the handle of an outcome to the middle of another card. */
export async function drawEdge({
  page,
  from,
  outcome,
  to,
}: {
  page: Page;
  from: Locator;
  outcome: string;
  to: Locator;
}): Promise<void> {
  const target = await middleOf(to);
  await dragHandle({ page, from, outcome, to: target });
}

/** Drags the handle of an outcome into the open, and takes from the palette that opens there what is typed. */
export async function growFrom({
  page,
  from,
  outcome,
  by,
  type,
}: {
  page: Page;
  from: Locator;
  outcome: string;
  by: { readonly x: number; readonly y: number };
  type: string;
}): Promise<void> {
  const start = await middleOf(handleOf({ from, outcome }));
  await dragHandle({ page, from, outcome, to: { x: start.x + by.x, y: start.y + by.y } });
  const search = page.getByRole('combobox', { name: 'ノードをさがす' });
  await search.fill(type);
  await search.press('Enter');
  await cardOf({ page, title: type }).last().waitFor();
}

export function handleOf({ from, outcome }: { from: Locator; outcome: string }): Locator {
  return from.locator(`[data-outcome="${outcome}"]`);
}

async function dragHandle({
  page,
  from,
  outcome,
  to,
}: {
  page: Page;
  from: Locator;
  outcome: string;
  to: { readonly x: number; readonly y: number };
}): Promise<void> {
  const start = await middleOf(handleOf({ from, outcome }));
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, start.y + 12, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${locator} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
