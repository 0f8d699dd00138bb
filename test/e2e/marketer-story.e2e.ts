import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardOf } from './draw-by-mouse.ts';
import { launchChromium, openContext } from './launch-chromium.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

const marketer = '水野 陽介';
const wanted = '資料請求のお礼とフォロー';

let sodate: TestSodate;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  const context = await openContext({ browser });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await sodate?.remove();
});

const card = (title: string | RegExp) => cardOf({ page, title });
const problems = () => page.getByRole('list', { name: '直すところ' });

/** Goes on from the card that has the keyboard: Tab, a few letters, Enter. */
async function goOnWith(word: string): Promise<void> {
  await page.keyboard.press('Tab');
  const search = page.getByRole('combobox', { name: 'ノードをさがす' });
  await search.fill(word);
  await search.press('Enter');
  await search.waitFor({ state: 'detached' });
}

/** One story: each part goes on where the one before it ended. */
describe('a marketer on the first day, with no help but the product', () => {
  it('sets up with the address that mails must show, and begins from the empty home', async () => {
    await page.goto(sodate.signInUrl);
    await page.getByLabel('名前').fill(marketer);
    await page.getByLabel('メールアドレス').fill('mizuno@aoba.example');
    await page.locator('input[type=password]').fill('correct horse battery');
    await page.getByLabel('会社名').fill('あおば倉庫');
    await page.getByLabel('住所と問い合わせ先').fill('東京都中央区日本橋1-2-3');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Sodate をはじめる' }).click();
    await page.getByRole('button', { name: /白紙からつくる/ }).click();
    await page.getByRole('heading', { name: 'どんなときに始めますか' }).waitFor();
    await page
      .getByRole('main')
      .getByRole('button', { name: /フォームの送信/ })
      .click();
    const form = page.getByRole('combobox', { name: 'フォーム', exact: true });
    await form.fill('webinar');
    await page.getByText('サイトの担当者に渡す書き方').click();
    expect(await page.getByRole('textbox', { name: 'フォームに付けるしるし' }).inputValue()).toBe(
      'data-sodate-form="webinar"',
    );
    // Nothing has been sent yet: the demo site's forms are there to begin with, and known by their names.
    await form.fill('');
    await page.getByRole('option', { name: 'デモサイトの資料請求' }).click();
    expect(await form.inputValue()).toBe('デモサイトの資料請求');
    await card(/フォームの送信/)
      .getByText('「デモサイトの資料請求」')
      .waitFor();
    expect(await page.getByText('まだ届いていないフォームです').count()).toBe(0);
  });

  it('writes the mail from its node, and is back where it is drawn', async () => {
    await card(/フォームの送信/)
      .locator('[data-outcome]')
      .click();
    const search = page.getByRole('combobox', { name: 'ノードをさがす' });
    await search.fill('メール');
    await search.press('Enter');
    await page.getByRole('button', { name: '新しいメールを書く' }).click();
    await page.getByText('これから書くところ 2').waitFor();
    // It answers the form: no postal address and no consent are asked for.
    expect(await page.getByRole('radio', { name: '返信' }).isChecked()).toBe(true);
    await page.getByLabel('件名', { exact: true }).fill('ご請求の資料をお送りします');
    // Nobody has named it: it is called as its subject.
    await expect.poll(() => page.getByLabel('名前').inputValue()).toBe('ご請求の資料をお送りします');
    await page.getByLabel('2番目の文章').fill('資料をご請求いただき、ありがとうございます。');
    await page.getByLabel('リンク先のURL').fill('https://aoba.example/guide');
    await page.getByText(/^これから書くところ/).waitFor({ state: 'detached' });
    await page.goBack();
    await page.getByRole('link', { name: 'このメールを開く' }).waitFor();
    await page.goForward();
    await page.getByRole('link', { name: 'シナリオに戻る' }).click();
    await page.getByRole('link', { name: 'このメールを開く' }).waitFor();
    await card(/メールを送る/)
      .getByText('ご請求の資料をお送りします')
      .waitFor();
  });

  it('waits three days and until 9:00 on a business day, and asks for 60 points', async () => {
    await card(/メールを送る/).click();
    await goOnWith('待つ');
    await page.getByRole('switch', { name: 'さらに曜日と時刻まで待つ' }).click();
    await page.getByRole('switch', { name: /営業日だけ/ }).click();
    await card(/待つ：待つ/)
      .getByText('3日後、次の営業日 9:00')
      .waitFor();
    expect(await page.getByRole('combobox', { name: '営業カレンダー' }).inputValue()).toBe('会社の営業カレンダー');
    await page.getByText(/^いまこのノードに来たリードは、.+ 9:00に先へ進みます。$/).waitFor();

    await card(/待つ：待つ/).click();
    await goOnWith('スコア');
    await page.getByRole('button', { name: '2番目を消す' }).click();
    await card(/スコアで分ける/).click();
    await goOnWith('引き渡');
    await page.getByRole('combobox', { name: '渡す相手' }).click();
    await page.getByRole('option', { name: marketer }).click();
    await page.getByRole('textbox', { name: 'してほしいこと' }).fill('電話で状況を聞き、事例の説明を提案する');
    await page.getByText('営業マネージャーがまだいません').first().waitFor();
    const invited = page.waitForEvent('popup');
    await page.getByRole('link', { name: '営業マネージャーを招待する（新しいタブ）' }).click();
    const invitation = (await invited).getByRole('dialog', { name: '人を招待する' });
    await invitation.waitFor();
    expect(await invitation.getByRole('combobox', { name: '権限' }).inputValue()).toBe('営業マネージャー');
    await (await invited).close();
  });

  it('opens the list of problems, which closes when one turns elsewhere', async () => {
    // A node just added is no fault yet, until somebody has been at its settings and left them.
    await page.getByRole('button', { name: /^これから設定 / }).waitFor();
    await card(/待つ：待つ/).click();
    const button = page.getByRole('button', { name: /^問題 / });
    await button.click();
    await problems().waitFor();
    await card(/待つ：待つ/).click();
    await problems().waitFor({ state: 'detached' });
    await button.press('Enter');
    await problems().waitFor();
    await page.keyboard.press('Escape');
    await problems().waitFor({ state: 'detached' });
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('is led from the publish dialog to each place to mend', async () => {
    await card(/営業へ引き渡す/).click();
    await goOnWith('目標');
    await card(/営業へ引き渡す/).click();
    await goOnWith('終了');
    await page.getByRole('button', { name: '公開の準備へ' }).click();
    expect(await page.getByRole('button', { name: 'v1 を公開する' }).isDisabled()).toBe(true);
    await problems().getByRole('button').click();
    const exit = page.getByRole('combobox', { name: '見送り' });
    await expect.poll(() => exit.evaluate((one) => one === document.activeElement)).toBe(true);
    await expect.poll(() => exit.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    // What comes below the settings later moves the field away from under a pointer.
    const end = page.getByRole('option', { name: '終了', exact: true });
    await expect
      .poll(async () => {
        await exit.press('ArrowDown');
        return end.isVisible();
      })
      .toBe(true);
    await end.click();
    await card(/スコアで分ける/).click();
    await page.getByRole('combobox', { name: '59以下' }).click();
    await page.getByRole('option', { name: '終了', exact: true }).click();
  });

  it('publishes, and is told how the first lead comes in', async () => {
    await page.getByRole('button', { name: /^注意 1/ }).waitFor();
    await page.getByRole('button', { name: '公開の準備へ' }).click();
    const notes = page.getByRole('list', { name: '公開の前に見ておきたいこと' });
    await expect.poll(() => notes.getByRole('button').count()).toBe(1);
    await page.getByRole('button', { name: 'v1 を公開する' }).click();
    await page.getByRole('heading', { name: 'v1 を公開しました' }).waitFor();
    await page.getByRole('link', { name: 'デモサイトを開く' }).waitFor();
    await page.getByRole('link', { name: 'タグを見る' }).waitFor();
    await page.getByRole('link', { name: 'テスト用にする' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'v1 を公開しました' }).waitFor({ state: 'detached' });
    await page.getByText('公開中 v1').waitFor();
  });

  it('sees the form called as it was chosen, whatever its page is called once it has come in', async () => {
    const ofDemo = card(/フォームの送信/).getByText('「デモサイトの資料請求」');
    await ofDemo.waitFor();
    const site = await page.context().newPage();
    await site.goto(`${sodate.url}/demo/request`);
    await site.getByLabel('会社名').fill('株式会社みどり製作所');
    await site.getByLabel('お名前').fill('緑川 悠');
    await site.getByLabel('メールアドレス').fill('midorikawa@midori.example');
    await site.getByRole('main').getByRole('button', { name: '資料を請求する' }).click();
    await site.getByRole('heading', { name: '資料のご請求を受け付けました' }).waitFor();
    await site.close();
    await page.reload();
    await ofDemo.waitFor();
    expect(
      await card(/フォームの送信/)
        .getByText('つみき在庫')
        .count(),
    ).toBe(0);
  });

  it('finds the journey on home, its name in one line on a screen of any usual width', async () => {
    await page.getByRole('button', { name: '新しいシナリオ' }).click();
    const name = page.getByRole('textbox', { name: '名前', exact: true });
    await name.fill(wanted);
    await name.press('Enter');
    const named = page.getByRole('heading', { level: 1, name: wanted }).getByRole('button');
    expect(await named.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    await page.getByRole('link', { name: 'ホーム' }).click();
    const title = page.getByRole('heading', { level: 3, name: wanted });
    await title.waitFor();
    for (const width of [1280, 1366, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => title.evaluate((one) => one.clientHeight)).toBeLessThan(30);
    }
    await page.getByRole('link', { name: 'シナリオをつくる' }).first().click();
    await page.getByRole('dialog').getByRole('textbox', { name: '名前' }).waitFor();
  });
});
