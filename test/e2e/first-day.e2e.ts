import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openContext } from './launch-chromium.ts';
import { firstAdmin, openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { startSodate, type TestSodate } from './start-sodate.ts';

type Api = Awaited<ReturnType<typeof signInByApi>>;

let sodate: TestSodate;
let browser: Browser;
let api: Api;
let page: Page;

beforeAll(async () => {
  [sodate, browser] = await Promise.all([startSodate(), launchChromium()]);
  api = await signInByApi({ sodate });
  const context = await openSignedIn({ sodate, browser });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await sodate?.remove();
});

async function openLead(fields: { name: string; email?: string; phone?: string }): Promise<string> {
  const { lead } = await api.leads.create.mutate({ fields });
  await page.goto(`${sodate.url}/leads/${lead}`);
  await page.getByRole('heading', { level: 1, name: fields.name }).waitFor();
  return lead;
}

describe("a lead's page", () => {
  it('takes down what a person agreed to and where, and keeps the history', async () => {
    await openLead({ name: '森 あかり', email: 'mori@aoba.test' });
    const consents = page.getByRole('region', { name: '同意' });
    await consents.getByRole('button', { name: '同意を記録する' }).click();
    await page.getByLabel('どこで聞きましたか').fill('展示会で名刺交換のとき');
    await page.keyboard.press('Enter');
    await consents.getByText('案内のメール：同意').waitFor();
    await consents.getByRole('button', { name: '希望しないと記録する' }).click();
    await page.getByLabel('どこで聞きましたか').fill('電話で');
    await page.getByRole('button', { name: '記録する', exact: true }).click();
    await consents.getByText('案内のメール：希望しない').waitFor();
    expect(await consents.getByText('展示会で名刺交換のとき').count()).toBe(0);
    await consents.getByRole('button', { name: 'これまでの記録' }).click();
    await consents.getByText('展示会で名刺交換のとき').waitFor();
  });

  it('shows what merging leaves, then makes two leads one', async () => {
    await api.leads.create.mutate({ fields: { name: '谷口 Jun', email: 'jun@aoba.test' } });
    await openLead({ name: '谷口 純', phone: '03-0000-0000' });
    await page.getByRole('button', { name: 'そのほかの操作' }).click();
    await page.getByRole('menuitem', { name: 'ほかのリードと統合する' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'もう一方のリード' }).fill('Jun');
    await page.getByRole('option', { name: /谷口 Jun/ }).click();
    const email = dialog.getByRole('row', { name: /メールアドレス/ });
    await expect.poll(() => email.getByRole('cell').allInnerTexts()).toEqual(['–', 'jun@aoba.test', 'jun@aoba.test']);
    await dialog.getByRole('button', { name: '1件に統合する' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('jun@aoba.test').first().waitFor();
    const { rows } = await api.leads.list.query({ filter: { search: '谷口' } });
    expect(rows.map(({ name }) => name)).toEqual(['谷口 純']);
  });

  it('erases a lead only once the word for it was written', async () => {
    await openLead({ name: '消える 人', email: 'gone@aoba.test' });
    await page.getByRole('button', { name: 'そのほかの操作' }).click();
    await page.getByRole('menuitem', { name: '個人情報を消去する' }).click();
    const erase = page.getByRole('button', { name: '元に戻せない形で消去する' });
    await page.getByLabel('続けるには「消去」と入力してください').fill('消す');
    expect(await erase.isDisabled()).toBe(true);
    await page.getByLabel('続けるには「消去」と入力してください').fill('消去');
    await erase.click();
    await page.getByRole('heading', { level: 1, name: 'リード' }).waitFor();
    const { rows } = await api.leads.list.query({ filter: { search: 'gone@aoba.test' } });
    expect(rows).toEqual([]);
  });
});

describe('people', () => {
  it('are invited by a link, choose a password, and leave their hand-offs to somebody when they go', async () => {
    await page.goto(`${sodate.url}/settings/people`);
    await page.getByRole('button', { name: '人を招待する' }).click();
    await page.getByLabel('名前').fill('水野 陽介');
    await page.getByLabel('メールアドレス').fill('mizuno@aoba.test');
    await page.getByRole('combobox', { name: '権限' }).click();
    await page.getByRole('option', { name: /^営業(?!マネ)/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '招待する' }).click();
    await page.getByText('mizuno@aoba.test にメールを送りました').waitFor();
    const link = await page.getByRole('textbox', { name: 'パスワードを決めるリンク' }).inputValue();
    await page.getByRole('button', { name: '閉じる' }).last().click();
    await page
      .getByRole('row', { name: /水野 陽介/ })
      .getByText('招待中')
      .waitFor();

    const context = await openContext({ browser });
    const theirs = await context.newPage();
    await theirs.goto(link);
    await theirs.getByText('水野 陽介さん（mizuno@aoba.test）').waitFor();
    // The language chosen here is the account's from now on.
    await theirs.getByText('English', { exact: true }).click();
    await theirs.getByRole('heading', { name: /password/i }).waitFor();
    await theirs.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await theirs.keyboard.press('Enter');
    await theirs.getByRole('link', { name: 'Hand-offs', exact: true }).first().waitFor();
    await theirs.goto(link);
    await theirs.getByText('This link no longer works').waitFor();

    await page.getByRole('button', { name: '変える: 水野 陽介' }).click();
    await page.getByLabel('最初の日').fill('2026-12-28');
    await page.getByText('最初の日と最後の日の両方を入れてください。').waitFor();
    await page.getByLabel('最後の日').fill('2027-01-04');
    await page.getByRole('button', { name: '保存する' }).click();
    const mizuno = async () => (await api.people.list.query({ search: 'mizuno' })).rows[0];
    await expect.poll(async () => (await mizuno())?.absentDays).toEqual({ from: '2026-12-28', until: '2027-01-04' });

    await page.getByRole('button', { name: '変える: 水野 陽介' }).click();
    await page.getByRole('button', { name: '使用を止める' }).click();
    const dialog = page.getByRole('dialog', { name: '水野 陽介さんの使用を止める' });
    await dialog.getByText('未対応・対応中の引き渡しはありません。').waitFor();
    await dialog.getByRole('button', { name: '止める', exact: true }).click();
    await page
      .getByRole('row', { name: /水野 陽介/ })
      .getByText('停止中')
      .waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('text=停止中 >> visible=true').first().waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
    await theirs.reload();
    await theirs.goto(`${sodate.url}/handoffs`);
    await theirs.getByRole('heading', { name: 'Sign in' }).waitFor();
    await context.close();
  });
});

describe('settings', () => {
  it('are tested by buttons: the sender, the public address, business hours, test leads', async () => {
    await page.goto(`${sodate.url}/settings/organisation`);
    await page.getByRole('button', { name: '自分にテストメールを送る' }).click();
    await page.getByText(`${firstAdmin.email} に送りました`).waitFor();
    await page.getByRole('button', { name: '外から届くか確かめる' }).click();
    await page.getByText(`${sodate.url} で、この Sodate が答えています`).waitFor();
    await page.getByText('このマシンからだけ開けるアドレスです').waitFor();

    await page.goto(`${sodate.url}/settings/calendars`);
    await page
      .getByRole('button', { name: /を編集する/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'いまから数える' }).click();
    await page.getByText(/いまから4営業時間後は、.+です。/).waitFor();
    await page.getByLabel('数え始める日時（日本標準時）').fill('2027-01-04T17:00');
    await page.getByRole('button', { name: 'この日時から数える' }).click();
    await page.getByText(/1\/4\(月\) 17:00から4営業時間後は、.+です。/).waitFor();

    await api.leads.create.mutate({ fields: { name: '試験 太郎', email: 'taro@test.example' } });
    await page.goto(`${sodate.url}/settings/test-leads`);
    await page.getByLabel('メールアドレスかドメイン').fill('test.example');
    await page.getByRole('button', { name: 'だれが当てはまるか見る' }).click();
    await page.getByText('1人が当てはまります。').waitFor();
    await page.getByRole('link', { name: '試験 太郎' }).waitFor();
  });

  it('ask before the organisation is left while something is unsaved', async () => {
    await page.goto(`${sodate.url}/settings/organisation`);
    await page.getByLabel('住所と問い合わせ先').fill('東京都中央区日本橋1-2-3');
    await page.getByText('保存していない変更があります').waitFor();
    await page.getByRole('link', { name: '人と権限' }).click();
    await page
      .getByRole('dialog', { name: '保存せずに移りますか' })
      .getByRole('button', { name: '入力に戻る' })
      .click();
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByText('保存していない変更があります').waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: '人と権限' }).click();
    await page.waitForURL(`${sodate.url}/settings/people`);
    await page.goto(`${sodate.url}/settings/organisation`);
    expect(await page.getByLabel('住所と問い合わせ先').inputValue()).toBe('東京都中央区日本橋1-2-3');
  });

  it('make a key for a server by its own button, told of as that, and show it ready to be copied', async () => {
    await page.goto(`${sodate.url}/settings/tag`);
    await page.getByRole('button', { name: 'サーバーのキーをつくる' }).click();
    const dialog = page.getByRole('dialog');
    const name = dialog.getByRole('textbox', { name: '名前' });
    await dialog.getByRole('radio', { name: /サイト/, checked: false }).click();
    await dialog.getByText('例：コーポレートサイト').waitFor();
    await dialog.getByRole('radio', { name: /システム/ }).click();
    await dialog.getByText('例：CRM').waitFor();
    expect(await dialog.getByLabel('受け取るサイト').count()).toBe(0);
    await name.fill('基幹システム');
    await dialog.getByRole('button', { name: 'つくる' }).click();
    const key = page.getByRole('textbox', { name: '基幹システム' });
    await expect.poll(() => key.evaluate((field) => field === document.activeElement)).toBe(true);
    const { bottom, height } = await key.evaluate((field) => ({
      bottom: field.getBoundingClientRect().bottom,
      height: window.innerHeight,
    }));
    expect(bottom).toBeLessThanOrEqual(height);
    await page.getByText('つくりました。コピーして使えます。').waitFor();
  });

  it('show a site that was turned away, and let it in by one button', async () => {
    const { key, id } = await api.writeKeys.create.mutate({
      name: '本社サイト',
      kind: 'browser',
      domains: ['www.aoba.example'],
    });
    const visit = (origin: string) =>
      fetch(`${sodate.url}/v1/page`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/150.0' },
        body: JSON.stringify({
          writeKey: key,
          anonymousId: crypto.randomUUID(),
          context: { page: { url: `${origin}/price`, path: '/price', title: '料金' } },
          properties: { url: `${origin}/price`, path: '/price', title: '料金' },
        }),
      });
    const refused = await visit('https://shop.aoba.example');
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('https://shop.aoba.example');
    await page.goto(`${sodate.url}/settings/tag`);
    await page.getByText('www.aoba.example からの最初の閲覧を待っています').waitFor();
    await page.getByRole('button', { name: 'shop.aoba.example を受け取る' }).click();
    await page.getByRole('button', { name: 'shop.aoba.example を受け取る' }).waitFor({ state: 'detached' });
    expect((await visit('https://shop.aoba.example')).status).toBe(200);
    await page.getByText('shop.aoba.example から届いています').waitFor();
    await page.getByRole('button', { name: '新しくする: 本社サイト' }).click();
    await page.getByRole('button', { name: '新しいキーをつくる' }).click();
    await page.getByText('本社サイト（古いキー）', { exact: true }).waitFor();
    const { rows } = await api.writeKeys.list.query({});
    expect(rows.filter(({ name }) => name.startsWith('本社サイト')).map((row) => row.id === id)).toEqual([true, false]);
  });
});
