import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawStory } from './draw-story.ts';
import { launchChromium, openContext } from './launch-chromium.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

const password = 'correct horse battery';
const marketer = { name: '水野 陽介', email: 'mizuno@aoba.example' };
const rep = { name: '佐藤 健', email: 'sato@aoba.example', role: /^営業(?!マ)/ };
const manager = { name: '上田 実', email: 'ueda@aoba.example', role: /^営業マネージャー/ };
const visitor = { name: '緑川 悠', email: 'midorikawa@midori.example', company: '株式会社みどり製作所' };
const untilShown = { timeout: 20_000, interval: 300 };
const subject = '期限切れの廃棄が6割減った理由';

let sodate: TestSodate;
let browser: Browser;
let page: Page;
let site: Page;
let repPage: Page;

beforeAll(async () => {
  [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  page = await newPage(await openContext({ browser }));
  site = await newPage(await openContext({ browser }));
});

afterAll(async () => {
  await browser?.close();
  await sodate?.remove();
});

async function newPage(context: BrowserContext): Promise<Page> {
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

function goTo(name: string): Promise<void> {
  return page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();
}

async function openLead(): Promise<void> {
  await goTo('リード');
  await page.getByRole('heading', { level: 1, name: 'リード', exact: true }).waitFor();
  await page.getByRole('link', { name: new RegExp(visitor.name) }).click();
  await page.getByRole('heading', { level: 1, name: visitor.name }).waitFor();
}

/** The score on the lead's page, as it is now. */
async function readScore(): Promise<number> {
  await page.reload();
  const title = await page
    .getByRole('heading', { name: /^スコア/ })
    .filter({ hasText: /\d/ })
    .textContent();
  return Number(/\d+/.exec(title ?? '')?.[0]);
}

/** A colleague's own browser, signed in. */
async function signIn({ email }: { email: string }): Promise<Page> {
  const own = await newPage(await openContext({ browser }));
  await own.goto(sodate.url);
  await own.getByLabel('メールアドレス').fill(email);
  await own.locator('input[type=password]').fill(password);
  await own.getByRole('button', { name: 'サインインする' }).click();
  await own.getByRole('link', { name: /^引き渡し/ }).click();
  return own;
}

/** What the mailbox shows: it is looked at again until the mail is there. */
async function openMail(title: string): Promise<void> {
  await goTo('メール');
  await page.getByRole('link', { name: '届いたメール' }).click();
  await page.getByRole('link', { name: title }).first().click();
}

/** Invites a colleague, who chooses a password by the link in a browser of their own. */
async function invite({ name, email, role }: typeof rep): Promise<void> {
  await page.getByRole('button', { name: '人を招待する' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名前').fill(name);
  await dialog.getByLabel('メールアドレス').fill(email);
  await dialog.getByRole('combobox', { name: '権限' }).click();
  await page.getByRole('option', { name: role }).click();
  await dialog.getByRole('button', { name: '招待する' }).click();
  await page.getByText(`${email} にメールを送りました`).waitFor();
  const link = await page.getByRole('textbox', { name: 'パスワードを決めるリンク' }).inputValue();
  await page.getByRole('button', { name: '閉じる' }).last().click();
  const context = await openContext({ browser });
  const own = await newPage(context);
  await own.goto(link);
  await own.getByLabel('パスワード', { exact: true }).fill(password);
  await own.keyboard.press('Enter');
  await own.getByRole('link', { name: '引き渡し', exact: true }).first().waitFor();
  await context.close();
}

/** One story: each part goes on where the one before it ended. */
describe('a journey drawn by hand', () => {
  it('begins with a fresh installation: who works here, and which leads are for tests', async () => {
    await page.goto(sodate.signInUrl);
    await page.getByLabel('名前').fill(marketer.name);
    await page.getByLabel('メールアドレス').fill(marketer.email);
    await page.locator('input[type=password]').fill(password);
    await page.getByLabel('会社名').fill('あおば倉庫');
    await page.getByRole('button', { name: 'Sodate をはじめる' }).click();
    await page.getByRole('heading', { name: '最初のシナリオを、いま動かしてみましょう' }).waitFor();

    await page.getByRole('link', { name: '設定', exact: true }).click();
    await page.getByRole('link', { name: '人と権限' }).click();
    await invite(rep);
    await invite(manager);
    await page.getByRole('link', { name: '組織と差出人' }).click();
    await page.getByLabel('住所と問い合わせ先').fill('東京都中央区日本橋1-2-3');
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByText('保存しました').first().waitFor();
    await page.getByRole('link', { name: 'テスト用リード' }).click();
    await page.getByLabel('メールアドレスかドメイン').fill('midori.example');
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByText('保存しました').first().waitFor();
  });

  it('is drawn on an empty canvas and published', async () => {
    await goTo('シナリオ');
    await page.getByRole('button', { name: 'シナリオをつくる' }).first().click();
    await page.getByRole('dialog', { name: 'シナリオをつくる' }).getByLabel('名前').fill('資料請求からの商談化');
    await page.getByRole('button', { name: '作って描き始める' }).click();
    await page.getByRole('heading', { name: 'どんなときに始めますか' }).waitFor();

    await drawStory({ page, rep: rep.name, manager: manager.name });
    await page.getByRole('button', { name: '公開の準備へ' }).click();
    await page.getByRole('button', { name: 'v1 を公開する' }).click();
    await page.getByRole('button', { name: 'ここで見守る' }).click();
    await page.getByText('公開中 v1').waitFor();
  });

  it('takes in a visitor of the site who asks for documents', async () => {
    await site.goto(`${sodate.url}/demo?utm_source=newsletter`);
    await site.getByRole('link', { name: '2日止めていた棚卸しが、毎朝30分に' }).click();
    await site.getByRole('navigation').getByRole('link', { name: '料金' }).click();
    await site.getByRole('banner').getByRole('link', { name: '資料を請求する' }).click();
    await site.getByLabel('会社名').fill(visitor.company);
    await site.getByLabel('お名前').fill(visitor.name);
    await site.getByLabel('メールアドレス').fill(visitor.email);
    await site.getByLabel('案内をメールで受け取る').check();
    await site.getByRole('main').getByRole('button', { name: '資料を請求する' }).click();
    await site.getByRole('heading', { name: '資料のご請求を受け付けました' }).waitFor();

    await page.getByRole('article', { name: '待つ：待つ' }).getByText('＋テスト 1').waitFor();
    await page.getByRole('link', { name: 'シナリオ', exact: true }).click();
    await openLead();
    await page.getByText('キャンペーン「newsletter」').waitFor();
    await expect.poll(readScore, untilShown).toBe(45);
    await page.getByText(/9:00 まで$/).waitFor();
  });

  it('sends its mail when the days have passed', async () => {
    await page.getByRole('link', { name: '歩みを見る' }).click();
    await page.getByRole('button', { name: '次の期限まで早送り' }).click();
    await page.getByText('行動を待つ').first().waitFor();
    await openMail(subject);
    const mail = page.frameLocator('iframe');
    await mail.getByText(visitor.company).waitFor();
    await mail.getByText('あおば倉庫').first().waitFor();
  });

  it('gives points for the click, and hands the hot lead to the rep', async () => {
    const link = page.frameLocator('iframe').getByRole('link', { name: '事例を読む' });
    await site.goto((await link.getAttribute('href')) ?? '');
    await site.waitForURL(`${sodate.url}/demo/cases/minato-shokuhin`);
    await openLead();
    await expect.poll(readScore, untilShown).toBeGreaterThanOrEqual(50);
    await page.getByText('メールのリンクを押した').first().waitFor();
    await openMail(`引き渡し：${visitor.company}`);

    repPage = await signIn(rep);
    await repPage.getByText('期限を過ぎたものはありません。').waitFor();
    await repPage.getByRole('link', { name: new RegExp(visitor.name) }).click();
    const brief = repPage.getByRole('article', { name: `${visitor.name}さんの要点` });
    await brief.getByText('棚卸しの現状を電話で聞き、事例の説明を提案する').waitFor();
    await brief.getByText('メールのリンクを押した').first().waitFor();
    await brief.getByRole('button', { name: '受け付ける' }).waitFor();
  });

  it('lets the rep read the mail again by keyboard, and lays no track of it', async () => {
    const read = repPage.getByRole('button', { name: `メールを見る：${subject}` }).first();
    await read.press('Enter');
    const sent = repPage.getByRole('dialog', { name: '送ったメール' }).frameLocator('iframe');
    const target = await sent.getByRole('link', { name: '事例を読む' }).getAttribute('href');
    expect(new URL(target ?? '').pathname).toBe('/demo/cases/minato-shokuhin');
    await repPage.goBack();
    await repPage.getByRole('dialog', { name: '送ったメール' }).waitFor({ state: 'hidden' });
    await read.press('Enter');
    await sent.getByRole('link', { name: '事例を読む' }).waitFor();
    await repPage.keyboard.press('Escape');
    await expect.poll(() => read.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('tells the manager when nobody has answered in time', async () => {
    const managerPage = await signIn(manager);
    await managerPage.getByRole('link', { name: new RegExp(visitor.name) }).click();
    const forward = managerPage.getByRole('button', { name: '次の期限まで早送り' });
    await forward.click();
    await managerPage.getByText('まもなく期限だと知らせました').waitFor();
    await forward.click();
    await managerPage.getByText(`期限を過ぎたので、${rep.name}さん、${manager.name}さんに知らせました`).waitFor();
    await forward.waitFor({ state: 'detached' });

    await managerPage.getByRole('link', { name: 'ホーム' }).click();
    // It came while the manager looked at the hand-off, so it may be read already.
    await managerPage.getByRole('button', { name: /^お知らせ/ }).click();
    await managerPage.getByText(`${rep.name}さんが${visitor.name}さんの引き渡しに、まだ対応していません`).click();
    await managerPage.getByText('1件が期限を過ぎています').waitFor();
    await openMail(`${rep.name}さんがまだ対応していません：${visitor.company}`);
    await page.getByText(manager.email).first().waitFor();

    await repPage.reload();
    await repPage.getByText('1件が期限を過ぎています').waitFor();
  });
});
