import { expect, it } from 'vitest';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { withSodate } from './with-sodate.ts';

const world = withSodate();

it('steps a sample lead through a template, lets one choose what happens, and says when it is out of date', async () => {
  const { sodate, browser } = world;
  const api = await signInByApi({ sodate });
  const { id: journey } = await api.journeys.create.mutate({
    name: '試す前の資料請求',
    template: 'document-follow-up',
  });
  const context = await openSignedIn({ sodate, browser });
  const page = await context.newPage();
  await page.goto(`${sodate.url}/journeys/${journey}`);
  await page.getByRole('button', { name: '試す', exact: true }).click();
  await page.getByText('テスト中。何も送られません').waitFor();

  await page.getByLabel('始まり').fill('2026-11-12T10:14');
  await page.getByRole('button', { name: '次の一歩' }).click();
  await page.getByRole('button', { name: '次の一歩' }).click();
  const path = page.getByRole('region', { name: 'たどった道' });
  await path
    .getByText(/^待つ（/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: '終わりまで' }).click();
  // Three days later is a Sunday: the mail goes on the Monday, at nine.
  await path.getByText('11/16(月) 9:00').first().waitFor();

  await path.getByRole('combobox', { name: /^スコアで分ける.* 起きること$/ }).selectOption({ label: '50以上' });
  await page.getByRole('button', { name: '終わりまで' }).click();
  await path.getByRole('combobox', { name: /^営業へ引き渡す.* 起きること$/ }).selectOption({ label: '商談化' });
  await path.getByText('「渡す相手」はまだ選ばれていません').waitFor();
  await path.getByText('目標に着きました').waitFor();
  expect(await page.locator('.react-flow__node-card article[data-tone="here"]').innerText()).toContain('いまここ');

  await page.getByText('20人で試す').click();
  await page.getByRole('heading', { name: '見本のリード20人の行き先' }).waitFor();
  await page.locator('.react-flow__node-card').getByText('20人が通過').first().waitFor();

  const { revision } = await api.journeys.draft.query({ journey });
  const command = { kind: 'set-setting', path: ['visitLimit'], value: 5 } as const;
  const commands = [{ id: 'later-change', command }];
  await api.journeys.applyCommands.mutate({ journey, clientId: 'test', base: revision, commands });
  await page.getByText('変更前のテスト結果です').waitFor({ timeout: 20_000 });
  await page.getByRole('button', { name: '試し直す' }).click();
  await page.getByText('変更前のテスト結果です').waitFor({ state: 'detached' });
  expect((await api.mailbox.list.query({})).rows).toEqual([]);
  await context.close();
}, 120_000);
