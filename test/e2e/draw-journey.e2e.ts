import { asId } from '@sodate/journey/id';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodesInAColumn } from './nodes-in-a-column.ts';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { withSharedSodate } from './with-sodate.ts';

const world = withSharedSodate();
const { sodate } = world;
let page: Page;

beforeAll(async () => {
  const context = await openSignedIn(world);
  page = await context.newPage();
});

const cards = () => page.locator('.react-flow__node-card');
const card = (title: string) => page.locator('.react-flow__node-card', { hasText: title });
const edges = () => page.locator('.react-flow__edge');
const saved = () =>
  page
    .getByRole('status')
    .filter({ hasText: /保存済み/ })
    .waitFor();

async function newJourney(name: string): Promise<void> {
  await page.goto(`${sodate.url}/journeys`);
  await page.getByRole('button', { name: 'シナリオをつくる' }).first().click();
  await page.getByRole('dialog').getByLabel('名前').fill(name);
  await page.getByRole('button', { name: '作って描き始める' }).click();
  await page.getByRole('heading', { name: 'どんなときに始めますか' }).waitFor();
}

async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox();
  if (box === null) throw new Error('it is not to be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag({ from, to }: { from: { x: number; y: number }; to: { x: number; y: number } }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

const outcomeOf = (title: string) => middleOf(card(title).locator('.react-flow__handle.source').first());

describe('drawing a journey', () => {
  it('is done with the mouse: from the palette, from handles, onto edges', async () => {
    await newJourney('マウスで描く');
    await page
      .getByRole('main')
      .getByRole('button', { name: /フォームの送信/ })
      .click();
    await card('フォームの送信').waitFor();
    const start = await middleOf(card('フォームの送信'));

    const pane = await page.locator('.react-flow__pane').boundingBox();
    await page.locator('[data-node-type="wait"]').dragTo(page.locator('.react-flow__pane'), {
      targetPosition: { x: start.x - (pane?.x ?? 0) + 30, y: start.y - (pane?.y ?? 0) + 150 },
    });
    await card('待つ').waitFor();
    await drag({ from: await outcomeOf('フォームの送信'), to: await middleOf(card('待つ')) });
    await expect.poll(() => edges().count()).toBe(1);

    await drag({ from: await outcomeOf('待つ'), to: { x: start.x + 30, y: start.y + 270 } });
    await page.getByRole('combobox', { name: 'ノードをさがす' }).fill('メール');
    await page.getByRole('option', { name: /メールを送る/ }).click();
    await expect.poll(() => edges().count()).toBe(2);

    await edges().last().hover({ force: true });
    await page.getByRole('button', { name: 'ここにノードを入れる' }).last().click();
    await page.getByRole('combobox', { name: 'ノードをさがす' }).fill('項目');
    await page.keyboard.press('Enter');
    await expect.poll(() => cards().count()).toBe(4);
    await expect.poll(() => edges().count()).toBe(3);

    await card('項目を書き換える').click();
    await page.keyboard.press('Delete');
    await expect.poll(() => edges().count()).toBe(2);
    await saved();
    await page.reload();
    await expect.poll(() => cards().count()).toBe(3);
    expect(await edges().count()).toBe(2);
  });

  it('is done with the keyboard alone', async () => {
    await newJourney('キーボードで描く');
    await page
      .getByRole('main')
      .getByRole('button', { name: /ページの閲覧/ })
      .focus();
    await page.keyboard.press('Enter');
    await card('ページの閲覧').waitFor();
    for (const word of ['待つ', 'スコア', '終了']) {
      await page.keyboard.press('Tab');
      await page.getByRole('combobox', { name: 'ノードをさがす' }).waitFor();
      await page.keyboard.type(word);
      await page.keyboard.press('Enter');
      await page.getByRole('combobox', { name: 'ノードをさがす' }).waitFor({ state: 'detached' });
    }
    await expect.poll(() => cards().count()).toBe(4);
    expect(await edges().count()).toBe(3);

    await page.keyboard.press('Control+z');
    await expect.poll(() => cards().count()).toBe(3);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => cards().count()).toBe(4);

    await card('終了').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    // Past the buttons that move and remove its lines, into its first field.
    const inside = () => document.activeElement?.matches('[data-inspector] [data-field] input') === true;
    await expect.poll(() => page.evaluate(inside)).toBe(true);
    // Back on its card, which the arrows go on from.
    await page.keyboard.press('Escape');
    const onCard = () => document.activeElement?.classList.contains('react-flow__node') === true;
    await expect.poll(() => page.evaluate(onCard)).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: '待つ長さの長さ' }).fill('5');
    await page.getByText('5日', { exact: true }).first().waitFor();
    // A list that is open closes alone, and its field stays.
    const unit = page.getByRole('combobox', { name: '待つ長さの単位' });
    const choice = page.getByRole('option', { name: '週間' });
    await unit.press('ArrowDown');
    await choice.waitFor();
    await page.keyboard.press('Escape');
    await choice.waitFor({ state: 'detached' });
    await unit.waitFor();
    await saved();
  });

  it('keeps what is drawn while the server is away, and saves it afterwards', async () => {
    await newJourney('圏外で描く');
    await page.route(/applyCommands/, (route) => route.abort());
    await page
      .getByRole('main')
      .getByRole('button', { name: /フォームの送信/ })
      .click();
    await page.getByRole('status').filter({ hasText: '預かっています' }).waitFor();
    await page.unroute(/applyCommands/);
    await saved();
    await page.reload();
    await expect.poll(() => cards().count()).toBe(1);
  });

  it('shows a line that leaves by an exit which was taken away, and clears it in the settings', async () => {
    const api = await signInByApi({ sodate });
    const { id: journey } = await api.journeys.create.mutate({ name: '消した出口' });
    const nodes = nodesInAColumn([
      { type: 'added-by-person', config: {} },
      { type: 'end', config: {} },
    ]);
    const ways = ['done', 'sent'].map((outcome) => ({ from: asId<'node'>('n_0'), outcome, to: asId<'node'>('n_1') }));
    await api.journeys.applyCommands.mutate({
      journey,
      clientId: 'removed-exit',
      base: 0,
      commands: [{ id: 'removed-exit', command: { kind: 'paste', nodes, edges: ways } }],
    });
    await page.goto(`${sodate.url}/journeys/${journey}`);
    await card('手で追加').waitFor();
    await expect.poll(() => edges().count()).toBe(2);
    await card('手で追加').getByText('消した出口', { exact: true }).waitFor();
    await card('手で追加').click();
    const exit = page.locator('[data-exit="sent"]');
    await exit.getByText(/残った線を選んで消すか/).waitFor();
    await exit.locator('button').first().click();
    await exit.waitFor({ state: 'detached' });
    await expect.poll(() => edges().count()).toBe(1);
    await saved();
  });

  it('shows one editor what the other draws', async () => {
    await newJourney('二人で描く');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('heading', { name: 'どんなときに始めますか' }).waitFor();
    await page
      .getByRole('main')
      .getByRole('button', { name: /ページの閲覧/ })
      .click();
    await other.locator('.react-flow__node-card', { hasText: 'ページの閲覧' }).waitFor();
    await other.close();
  });
});
