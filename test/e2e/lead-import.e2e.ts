import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { withSharedSodate } from './with-sodate.ts';

const world = withSharedSodate();
const { sodate } = world;
let page: Page;

beforeAll(async () => {
  const api = await signInByApi({ sodate });
  await api.leads.create.mutate({ fields: { name: '坂井', email: 'sakai@hoshikawa.example' } });
  const context = await openSignedIn(world);
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
});

/** 氏名,メール,会社名: as Excel in Japan writes it. */
const heads = [
  0x8e, 0x81, 0x96, 0xbc, 0x2c, 0x83, 0x81, 0x81, 0x5b, 0x83, 0x8b, 0x2c, 0x89, 0xef, 0x8e, 0xd0, 0x96, 0xbc,
];
const lines = [
  'Midorikawa,midori@midori.example,Midori',
  'Sakai,sakai@hoshikawa.example,Hoshikawa',
  'Aoki,aoki(at)x.example,',
];

it('takes in a file: matches its columns, says what is wrong with which row, and brings in the rest', async () => {
  await page.goto(`${sodate.url}/leads`);
  await page.getByRole('link', { name: 'ファイルから取り込む' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('CSV ファイル').click();
  await (await chooser).setFiles({
    name: '名刺.csv',
    mimeType: 'text/csv',
    buffer: Buffer.concat([Buffer.from(heads), Buffer.from(`\r\n${lines.join('\r\n')}\r\n`)]),
  });
  await page.getByText('名刺.csv・3行・Shift_JIS').waitFor();
  expect(await page.getByRole('combobox', { name: '「メール」の項目' }).inputValue()).toBe('メールアドレス');
  expect(await page.getByRole('combobox', { name: '「会社名」の項目' }).inputValue()).toBe('会社名');

  await page.getByRole('checkbox', { name: /同意をもらった人たち/ }).check();
  expect(await page.getByRole('button', { name: '読み込んで確かめる' }).isDisabled()).toBe(true);
  await page.getByLabel('同意の文面').fill('製品のご案内をお送りします');
  await page.getByLabel('同意をもらったところ').fill('2026年秋の展示会');
  await page.getByRole('button', { name: '読み込んで確かめる' }).click();

  await page.getByRole('heading', { name: /^取り込めない行/ }).waitFor();
  await page.getByText('4行目', { exact: true }).waitFor();
  await page.getByText('メールアドレスの形になっていません').waitFor();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'この行をファイルに保存' }).click();
  expect((await saved).suggestedFilename()).toBe('名刺-直す行.csv');

  await page.getByRole('button', { name: '2行を取り込む' }).click();
  await page.getByRole('heading', { name: /^取り込みが終わりました/ }).waitFor();
  await page.getByRole('link', { name: '加えたリードを見る' }).click();
  await page.getByRole('link', { name: 'Midorikawa' }).click();
  await page.getByText('2026年秋の展示会').waitFor();
});

it('reads from a column who has agreed to marketing mails, and asks to what', async () => {
  await page.goto(`${sodate.url}/leads/import`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('CSV ファイル').click();
  const text = '氏名,メール,メルマガ同意\r\nHara,hara@hara.example,はい\r\nHori,hori@hori.example,いいえ\r\n';
  await (await chooser).setFiles({ name: '会員.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByText('「メルマガ同意」の列が「はい」の人だけに').waitFor();
  expect(await page.getByRole('checkbox', { name: /同意をもらった人たち/ }).count()).toBe(0);
  const check = page.getByRole('button', { name: /確かめる$/ });
  expect(await check.isDisabled()).toBe(true);
  await page.getByLabel('同意の文面').fill('会員だよりをお送りします');
  await page.getByLabel('同意をもらったところ').fill('会員登録フォーム');
  await check.click();
  await page.getByRole('button', { name: '2行を取り込む' }).click();
  await page.getByRole('heading', { name: /^取り込みが終わりました/ }).waitFor();
  await page.getByRole('link', { name: '加えたリードを見る' }).click();
  await page.getByRole('link', { name: 'Hori' }).click();
  await page.getByText('案内のメール：希望しない').waitFor();
});
