import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { publishShort } from './publish-short.ts';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { withSharedSodate } from './with-sodate.ts';

const world = withSharedSodate();

it('shows what the draft has changed, brings the live version back, and undoes that', async () => {
  const { sodate, browser } = world;
  const api = await signInByApi({ sodate });
  const { id: journey } = await api.journeys.create.mutate({ name: '見くらべる' });
  await publishShort({ api, journey });
  const { revision } = await api.journeys.draft.query({ journey });
  const command = { kind: 'set-config', node: asId<'node'>('n_1'), path: ['duration', 'amount'], value: 5 } as const;
  const commands = [{ id: 'five-days', command }];
  await api.journeys.applyCommands.mutate({ journey, clientId: 'test', base: revision, commands });

  const context = await openSignedIn({ sodate, browser });
  const page = await context.newPage();
  await page.goto(`${sodate.url}/journeys/${journey}`);
  await page.getByRole('link', { name: 'バージョン' }).click();
  const change = page.getByRole('button', { name: /待つ.* 変更/ });
  await change.waitFor();
  expect(await change.innerText()).toMatch(/1日\s*→\s*5日/);
  await page.locator('.react-flow__node-card').getByText('変更', { exact: true }).waitFor();

  await page.getByRole('button', { name: /^v1/ }).click();
  await page.getByRole('button', { name: /待つ.* 追加/ }).waitFor();
  // Compared with nothing all is new: nothing stands out.
  await page.locator('.react-flow__node-card').getByText('変更', { exact: true }).waitFor({ state: 'detached' });
  expect(await page.locator('.react-flow__node-card').getByText('追加', { exact: true }).count()).toBe(0);
  await page.getByText('最初のバージョン', { exact: true }).waitFor();
  await page.getByRole('button', { name: '下書きとくらべる' }).click();
  await change.waitFor();
  await page.getByRole('button', { name: 'v1 を下書きに戻す' }).waitFor();
  await page.getByRole('button', { name: /^下書き\s*いま/ }).click();
  await page.getByRole('button', { name: '下書きの変更を捨てて v1 に戻す' }).click();
  const card = page.locator('.react-flow__node[data-id="n_1"]');
  await card.getByText('1日', { exact: true }).waitFor();
  const prepare = page.getByRole('button', { name: '公開の準備へ' });
  await expect.poll(() => prepare.isDisabled()).toBe(true);
  // To look elsewhere takes no way back away.
  await page.getByRole('link', { name: 'バージョン' }).click();
  await page.getByRole('button', { name: /^v1/ }).waitFor();
  await page.goBack();
  await card.getByText('1日', { exact: true }).waitFor();
  await page.keyboard.press('Control+z');
  await card.getByText('5日', { exact: true }).waitFor();
  await expect.poll(() => prepare.isDisabled()).toBe(false);
  await context.close();
});
