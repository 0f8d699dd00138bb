import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { cardOf } from './draw-by-mouse.ts';
import { openHasty } from './launch-chromium.ts';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { withSharedSodate } from './with-sodate.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const world = withSharedSodate();
const { sodate } = world;
let api: Awaited<ReturnType<typeof signInByApi>>;

beforeAll(async () => {
  api = await signInByApi({ sodate });
});

/** A person's own browser on a journey, its cards drawn. */
async function openBrowser(journey: string): Promise<Page> {
  const context = await openSignedIn({ sodate, browser: world.browser });
  const page = await context.newPage();
  await page.goto(`${sodate.url}/journeys/${journey}`);
  await page.locator('.react-flow__node-card').first().waitFor();
  return page;
}

async function drawn(name: string): Promise<{ journey: string; page: Page }> {
  const { id: journey } = await api.journeys.create.mutate({ name, template: 'document-request' });
  return { journey, page: await openBrowser(journey) };
}

const cards = (page: Page) => page.locator('.react-flow__node-card');
const revision = async (journey: string) => (await api.journeys.draft.query({ journey })).revision;
const card = (page: Page, title: string) => cardOf({ page, title: new RegExp(title) });

type Box = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

function isApart(one: Box, other: Box): boolean {
  const beside = one.x >= other.x + other.width || other.x >= one.x + one.width;
  return beside || one.y >= other.y + other.height || other.y >= one.y + one.height;
}

async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = (await page.evaluate(`${axeSource}; axe.run(document, { iframes: false })`)) as {
    violations: readonly { id: string; nodes: readonly { html: string }[] }[];
  };
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe('the canvas', () => {
  it('folds a group away and opens it again without changing the journey, and remembers that', async () => {
    const { journey, page } = await drawn('まとめる');
    await card(page, 'スコアで分ける').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+g');
    await page.getByRole('textbox', { name: 'グループの名前' }).fill('続き');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '「続き」をたたむ' }).waitFor();
    await page.getByRole('status').filter({ hasText: '保存済み' }).waitFor();
    const before = await revision(journey);

    await page.getByRole('button', { name: '「続き」をたたむ' }).click();
    await expect.poll(() => cards(page).count()).toBe(4);
    await page.reload();
    await page.getByRole('button', { name: '「続き」を開く' }).waitFor();
    expect(await cards(page).count()).toBe(4);
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: '「続き」を開く' }).click();
    await expect.poll(() => cards(page).count()).toBe(9);
    expect(await revision(journey)).toBe(before);
    await page.context().close();
  });

  it('counts the pages that a condition fits, shows units whole, and takes a choice back where it was made', async () => {
    const { page } = await drawn('見た人を分ける');
    const visitor = await openHasty({ browser: world.browser });
    const visit = await visitor.newPage();
    const counted = visit.waitForResponse((response) => response.url().includes('/v1/p'));
    await visit.goto(`${sodate.url}/demo/price`);
    await counted;
    await visitor.close();
    await page.getByRole('button', { name: '条件', exact: true }).click();
    await page.getByRole('button', { name: '条件を加える' }).click();
    await page.getByRole('menuitem', { name: 'ページを見た' }).click();
    const address = page.getByLabel('ページを見たのアドレス', { exact: true }).first();
    expect(await address.getAttribute('placeholder')).toBe('/*price*');
    await address.fill('/price');
    await page.getByText('あてはまるページ：0件。このページの閲覧はまだありません。').waitFor();
    await page.getByText('このページの閲覧がまだありません').first().waitFor();
    await page.getByText('「/demo/price」ではありませんか。').waitFor();
    await page.getByRole('button', { name: '置き換える' }).click();
    await expect.poll(() => address.inputValue()).toBe('/demo/price');
    await address.fill('/*price*');
    await page.getByText(/^あてはまるページ：(\/demo\/price|\d+件（\/demo\/)/).waitFor();

    const unit = page.getByRole('combobox', { name: '期間の単位' });
    const isWhole = () => unit.evaluate((one) => one.scrollWidth <= one.clientWidth && one.clientWidth > 60);
    expect(await isWhole()).toBe(true);
    // What is set at one place again within two seconds is taken back together.
    await page.waitForTimeout(2_100);
    await unit.click();
    await page.getByRole('option', { name: '週間' }).click();
    await expect.poll(() => unit.inputValue()).toBe('週間');
    await unit.press('Control+z');
    await expect.poll(() => unit.inputValue()).toBe('日');
    await address.press('Control+z');
    await expect.poll(() => unit.inputValue()).toBe('日');
    await page.context().close();
  });

  it('does with a whole branch what one does with a node, from the menu and by keys, and takes it back', async () => {
    const { page } = await drawn('枝');
    await card(page, '営業へ引き渡す').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'ここからの枝を消す' }).click();
    await expect.poll(() => cards(page).count()).toBe(7);
    await page.keyboard.press('Control+z');
    await expect.poll(() => cards(page).count()).toBe(9);

    // Where the browser forbids copying, the branch is chosen for the keys.
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
    });
    await card(page, '営業へ引き渡す').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'ここからの枝をコピー' }).click();
    await page.getByText(/2個を選んだので、Ctrl\+C でコピーしてください。/).waitFor();
    expect(await page.locator('.react-flow__node-card.selected').count()).toBe(2);

    await card(page, '再案内').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+d');
    await expect.poll(() => cards(page).count()).toBe(10);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').getByRole('menuitem', { name: '行き先を選ぶ' }).press('Enter');
    const target = page.locator('[data-targets] input').first();
    await expect.poll(() => target.evaluate((input) => input === document.activeElement)).toBe(true);
    // An exit is led to a new end without leaving the node's settings.
    await target.click();
    await page.getByRole('option', { name: '＋ 新しい「終了」へ' }).click();
    await expect.poll(() => cards(page).count()).toBe(11);
    await expect.poll(() => target.inputValue()).toBe('終了');
    await target.press('Control+z');
    await expect.poll(() => cards(page).count()).toBe(10);

    await card(page, '再案内').first().click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+c');
    await page.mouse.move(180, 600);
    await page.keyboard.press('Control+v');
    await expect.poll(() => cards(page).count()).toBe(11);
    const pasted = await page.locator('.react-flow__node-card.selected').boundingBox();
    expect(Math.abs((pasted?.x ?? 0) + (pasted?.width ?? 0) / 2 - 180)).toBeLessThan(3);

    // What is said in passing leaves the zoom alone.
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').getByRole('menuitem', { name: 'コピー' }).first().click();
    const said = await page.locator('.mantine-Notification-root').first().boundingBox();
    const zoom = await page.getByRole('button', { name: '拡大' }).boundingBox();
    expect(said !== null && zoom !== null && isApart(said, zoom)).toBe(true);
    await page.context().close();
  });

  it('keeps place and zoom over a reload, is saved as a picture, and never hides the node in hand behind a panel', async () => {
    const { journey, page } = await drawn('見方');
    const zoom = () => page.locator('.react-flow__viewport').evaluate((view) => getComputedStyle(view).transform);
    await page.getByRole('button', { name: '拡大' }).click();
    await page.getByRole('button', { name: '拡大' }).click();
    await expect.poll(zoom).toMatch(/^matrix\(1\./);
    await page.mouse.move(600, 420);
    await page.mouse.wheel(-330, 0);
    const kept = () =>
      page.evaluate((key) => {
        const { x, y, zoom: scale } = JSON.parse(localStorage.getItem(key) ?? '{}').viewport ?? {};
        return `matrix(${[scale, 0, 0, scale, x, y].map((part) => Number(Number(part).toPrecision(6))).join(', ')})`;
      }, `sodate.view/${journey}`);
    await expect.poll(async () => (await kept()) === (await zoom())).toBe(true);
    const before = await zoom();
    await page.reload();
    await cards(page).first().waitFor();
    await expect.poll(zoom).toBe(before);

    await page.locator('[data-journey-menu]').click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: '画像で保存（PNG）' }).click();
    expect((await download).suggestedFilename()).toBe('見方（下書き）.png');

    const map = page.locator('.react-flow__minimap');
    await map.waitFor();
    await page.keyboard.press('0');
    // A card on its way would be missed.
    let last = before;
    const isSettled = async () => {
      const [then, now] = [last, await zoom()];
      last = now;
      return now !== before && now === then;
    };
    await expect.poll(isSettled).toBe(true);
    await card(page, '終了').click();
    await page.getByRole('complementary', { name: 'ノードの設定' }).waitFor();
    await expect
      .poll(async () => {
        const box = await card(page, '終了').boundingBox();
        const panel = await page.getByRole('complementary', { name: 'ノードの設定' }).boundingBox();
        return box !== null && panel !== null && box.x + box.width < panel.x;
      })
      .toBe(true);
    // Beside a panel a map would cover cards.
    await map.waitFor({ state: 'detached' });

    // Asked for with the mouse on the card, the palette stands beside it.
    await card(page, '再案内').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    const palette = await page.getByRole('dialog', { name: 'ノードを選ぶ' }).boundingBox();
    const inHand = await card(page, '再案内').boundingBox();
    expect(palette !== null && inHand !== null && isApart(palette, inHand)).toBe(true);
    await page.context().close();
  });

  it('offers all node types at a glance on a laptop, and says where there are more than fit', async () => {
    const { page } = await drawn('パレット');
    await page.setViewportSize({ width: 1280, height: 800 });
    const last = page.locator('[data-node-type="end"]');
    const foot = async () => Math.round(await last.evaluate((item) => item.getBoundingClientRect().bottom));
    await expect.poll(foot).toBeLessThanOrEqual(760);
    const more = page.getByRole('button', { name: '下にもあります' });
    expect(await more.count()).toBe(0);
    await page.setViewportSize({ width: 1280, height: 560 });
    await more.click();
    await expect.poll(foot).toBeLessThanOrEqual(560);
    await more.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('goes to a node by a few letters, with the keyboard alone', async () => {
    const { page } = await drawn('さがす');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'さがす・移動する' }).fill('再案内');
    await page.getByRole('dialog').getByRole('button', { name: '再案内' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const found = page.locator('.react-flow__node-card.selected').filter({ hasText: '再案内' });
    await found.waitFor();
    await expect.poll(() => found.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'ノードの設定' }).waitFor();

    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'さがす・移動する' }).fill('共有');
    await page.getByRole('dialog').getByRole('button', { name: 'リンクで共有する' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '共有リンクをつくる' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '共有リンクをつくる' }).waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'キーの一覧' }).waitFor();
    await page.context().close();
  });
});

describe('two people at one draft', () => {
  it('see where the other is and what the other changes at once, talk about it, and lose nothing', async () => {
    const { journey, page: one } = await drawn('ふたり');
    const two = await openBrowser(journey);
    await one.getByRole('list', { name: 'いっしょに開いている人' }).waitFor();
    await card(two, '待つ：待つ').click();
    await one.getByRole('button', { name: /「待つ」を開いています/ }).waitFor();

    // The server is away for one of them while both go on drawing.
    await one.route(/applyCommands/, (route) => route.abort());
    await card(one, '^きっかけ：資料請求').click();
    await one.getByRole('textbox', { name: 'ノードの名前' }).fill('請求された');
    await one.getByRole('status').filter({ hasText: '預かっています' }).waitFor();
    await two.getByRole('textbox', { name: 'ノードの名前' }).fill('しばらく待つ');
    await card(one, 'しばらく待つ').waitFor();
    await one.getByText('青木 結さんが変更').first().waitFor();
    await one.unroute(/applyCommands/);
    await card(two, '請求された').waitFor();
    await one.getByRole('status').filter({ hasText: '保存済み' }).waitFor();

    await two.getByRole('tab', { name: 'コメント' }).click();
    await two.getByLabel('コメントを書く').fill('3日でよいですか');
    await two.getByRole('button', { name: '書き込む' }).click();
    await one.getByRole('button', { name: '未解決のコメント 1件を見る' }).click();
    await one.getByText('3日でよいですか').waitFor();
    await one.getByRole('button', { name: '解決済みにする' }).click();
    await two.getByText('未解決のコメントはありません。').waitFor();
    expect(await two.getByRole('complementary', { name: 'ノードの設定' }).getByRole('navigation').count()).toBe(0);
    expect(await faults(one)).toEqual([]);

    await two.context().close();
    await one.getByRole('list', { name: 'いっしょに開いている人' }).waitFor({ state: 'detached' });
    const { graph } = await api.journeys.draft.query({ journey });
    const titles = Object.values(graph.nodes).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['請求された', 'しばらく待つ']));
    await one.context().close();
  });
});
