import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openHasty } from './launch-chromium.ts';
import { publishShort } from './publish-short.ts';
import { firstAdmin, openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { withSharedSodate } from './with-sodate.ts';

const world = withSharedSodate();
let page: Page;

beforeAll(async () => {
  const context = await openSignedIn(world);
  page = await context.newPage();
  await page.goto(world.sodate.url);
  await page.getByRole('link', { name: 'メール', exact: true }).waitFor();
});

async function expectAccessible(): Promise<void> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const result = await checker.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], iframes: false });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(violations).toEqual([]);
}

async function openMails(): Promise<void> {
  await page.getByRole('link', { name: 'メール', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: 'メール' }).waitFor();
}

describe('a marketer', () => {
  it('finds mails that are ready, and a list that anyone can use', async () => {
    await openMails();
    // Other stories bring mails of the same name.
    await page.getByRole('link', { name: '資料請求のお礼' }).first().waitFor();
    await expectAccessible();
  });

  it('writes a mail and sees at once what arrives', async () => {
    await openMails();
    await page.getByRole('button', { name: 'メールをつくる' }).click();
    await page.getByRole('heading', { level: 1, name: '新しいメール' }).waitFor();
    await page.getByText('これから書くところ 2').waitFor();
    expect(await page.getByText(/^直すところ/).count()).toBe(0);
    await page.getByRole('button', { name: /^リンク先がまだありません/ }).click();
    await page.keyboard.press('Shift+Tab');
    await page.getByText('直すところ 1').waitFor();
    await page.getByText('これから書くところ 1').waitFor();
    await page.getByLabel('名前').fill('お礼と活用のヒント');
    await page.getByLabel('件名', { exact: true }).fill('ありがとうございます、');
    await page.getByRole('button', { name: '件名に差し込む' }).click();
    await page.getByRole('menuitem', { name: /氏名/ }).click();
    const arrives = page.getByRole('region', { name: '届くメール' });
    await page.getByLabel('リンク先のURL').fill('https://aoba.example/');
    await page.getByLabel('2番目の文章').fill('資料をお送りします。\nご覧ください。');
    await arrives.getByText('ありがとうございます、山田 花子').waitFor();
    await arrives
      .frameLocator('iframe')
      .getByText(/資料をお送りします。\s*ご覧ください。/)
      .waitFor();
    await page.getByText(/^保存済み/).waitFor();
    await expectAccessible();
  });

  it('reads variables as words, and copies, deletes and opens them by keyboard as what they are', async () => {
    const subject = page.getByLabel('件名', { exact: true });
    const shown = () => subject.innerText();
    const preview = page.getByLabel('プレビュー文', { exact: true });
    await expect.poll(shown).toBe('ありがとうございます、氏名');
    await subject.press('Control+a');
    await subject.press('Control+c');
    await preview.press('Control+v');
    await expect.poll(() => preview.innerText()).toBe('ありがとうございます、氏名');
    await preview.press('Backspace');
    await expect.poll(() => preview.innerText()).toBe('ありがとうございます、');
    await subject.press('End');
    await subject.press('F2');
    await page.keyboard.type('皆さま');
    await expect.poll(shown).toContain('default: "皆さま"');
    await subject.press('Home');
    await expect.poll(shown).toBe('ありがとうございます、氏名');
    await page.getByText(/^保存済み/).waitFor();
  });

  it('finds a block by its place after it was moved', async () => {
    const words = (number: number) => page.getByRole('textbox', { name: `${number}番目の文章`, exact: true });
    const [first, second] = [await words(1).innerText(), await words(2).innerText()];
    await page.getByRole('button', { name: '2番目を上へ' }).click();
    await expect.poll(() => words(1).innerText()).toBe(second);
    await expect.poll(() => words(2).innerText()).toBe(first);
    await page.getByRole('button', { name: '1番目を下へ' }).click();
    await expect.poll(() => words(2).innerText()).toBe(second);
    await page.getByText(/^保存済み/).waitFor();
  });

  it('is shown the line of a fault, and the mail again once it is mended', async () => {
    await page.getByText('コード', { exact: true }).click();
    await page.getByRole('textbox', { name: '本文', exact: true }).click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('{% if ');
    await page.getByText('直すところ 1').waitFor();
    await page.getByRole('button', { name: '1行目' }).click();
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('cm-content');
    const faults = page.getByText('直すところ 1');
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+z');
        return faults.isVisible();
      })
      .toBe(false);
    const arrives = page.getByRole('region', { name: '届くメール' });
    await arrives.frameLocator('iframe').getByText('くわしく見る').waitFor();
  });

  it('is told of a button that leads to no page, and which page was meant', async () => {
    const { url } = world.sodate;
    const visitor = await openHasty({ browser: world.browser });
    const visit = await visitor.newPage();
    const counted = visit.waitForResponse((response) => response.url().includes('/v1/p'));
    await visit.goto(`${url}/demo/price`);
    await counted;
    await visitor.close();
    await page.getByText('文章', { exact: true }).click();
    const address = page.getByLabel('リンク先のURL');
    await address.fill(`${url}/demo/pric`);
    await page.getByText('ページが見つかりません。「/demo/price」ではありませんか。').waitFor();
    await page.getByText(/^リンク先「.*\/demo\/pric」が開けません/).waitFor();
    await expectAccessible();
    await page.getByRole('button', { name: '置き換える' }).click();
    expect(await address.inputValue()).toBe(`${url}/demo/price`);
    await page.getByText('ページが見つかりません。').waitFor({ state: 'detached' });
    await page.getByText(/^保存済み/).waitFor();
    await address.fill('https://aoba.example/');
  });

  it('sends a test, reads it in the local mailbox, and nothing leaves the machine', async () => {
    await page.getByRole('button', { name: 'テスト送信' }).click();
    await page.getByRole('button', { name: 'テストを送る' }).click();
    await page.getByText(`${firstAdmin.email} に送りました`).waitFor();
    await page.getByRole('link', { name: '「届いたメール」で見る' }).click();
    await page.getByRole('link', { name: /［テスト］ありがとうございます/ }).click();
    await page.frameLocator('iframe').getByText('くわしく見る').waitFor();
    await page.getByRole('tab', { name: 'ヘッダー' }).click();
    await page.getByText(/Message-ID: </).waitFor();
    await expectAccessible();
  });

  it('finds everything as it was left', async () => {
    await openMails();
    await page.getByRole('link', { name: 'お礼と活用のヒント' }).click();
    await expect
      .poll(() => page.getByLabel('件名', { exact: true }).innerText())
      .toContain('ありがとうございます、氏名');
  });

  it('is told which journeys send what a mail said before, publishes one from there, and sees where a mail is used', async () => {
    const api = await signInByApi(world);
    const { rows } = await api.mails.list.query({ search: 'お礼と活用のヒント' });
    const mail = rows[0]?.id ?? '';
    const { id: journey } = await api.journeys.create.mutate({ name: 'お礼を送る' });
    const { revision, name, subject, preview, body } = await api.mails.get.query({ id: mail });
    // A reply needs no postal address.
    const content = { name, kind: 'reply' as const, subject, preview, body };
    await api.mails.save.mutate({ id: mail, revision, content });
    await publishShort({ api, journey, middle: { type: 'send-mail', config: { mail } } });
    await page.goto(`${world.sodate.url}/mails/${mail}`);
    await page.getByRole('region', { name: 'このメールを使っているシナリオ' }).getByText('公開中 v1').waitFor();
    const former = page.getByText('書き直す前の内容を送っているシナリオがあります');
    expect(await former.count()).toBe(0);
    await page.getByLabel('プレビュー文', { exact: true }).fill('改めてご案内します');
    await former.waitFor();
    await expectAccessible();
    await page.getByRole('link', { name: '「お礼を送る」の公開の準備へ' }).click();
    const plan = page.getByRole('dialog', { name: '公開の準備へ' });
    await plan.getByText('メール「お礼と活用のヒント」を書き換え').waitFor();
    await plan.getByRole('button', { name: 'v2 を公開する' }).click();
    await page.getByText('公開中 v2').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '公開の準備へ' }).isDisabled()).toBe(true);
    await page.goBack();
    await page.getByRole('button', { name: 'その他の操作' }).click();
    await page.getByRole('menuitem', { name: '保管する' }).click();
    const asked = page.getByRole('dialog', { name: '使っているシナリオがあります。保管しますか' });
    await asked.getByRole('link', { name: 'お礼を送る' }).waitFor();
    await asked.getByRole('button', { name: 'やめる' }).click();
    expect(await former.count()).toBe(0);
    await openMails();
    await page
      .getByRole('row', { name: /お礼と活用のヒント/ })
      .getByRole('link', { name: 'お礼を送る' })
      .waitFor();
  });
});
