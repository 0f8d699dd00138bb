import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { nodesInAColumn } from './nodes-in-a-column.ts';
import { publishShort } from './publish-short.ts';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { withSharedSodate } from './with-sodate.ts';

const world = withSharedSodate();

it('shows a long journey small but with its lines on a phone, and pauses and resumes it there', async () => {
  const { sodate, browser } = world;
  const api = await signInByApi({ sodate });
  const { id: journey } = await api.journeys.create.mutate({ name: '見守る' });
  await publishShort({ api, journey });
  // Far below: the whole is shown so small that cards turn into tiles.
  const [far] = nodesInAColumn([{ type: 'end', config: {} }]).map((node) => ({
    ...node,
    id: asId<'node'>('far'),
    position: { x: 0, y: 2_000 },
  }));
  if (far === undefined) throw new Error('no node was made');
  const { revision } = await api.journeys.draft.query({ journey });
  const commands = [{ id: 'stand-far-below', command: { kind: 'add-node', node: far } as const }];
  await api.journeys.applyCommands.mutate({ journey, clientId: 'test', base: revision, commands });

  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const context = await openSignedIn({ sodate, browser, ...phone });
  const page = await context.newPage();
  await page.goto(`${sodate.url}/journeys/${journey}`);
  await page.locator('main[data-detail="tile"]').waitFor();
  await expect.poll(() => page.locator('.react-flow__edge').count()).toBe(2);

  const note = page.getByText('スマートフォンでは見るだけです。');
  await note.waitFor();
  await page.getByRole('button', { name: 'この案内を閉じる' }).tap();
  await note.waitFor({ state: 'detached' });
  const chip = page.getByText('公開中 v1');
  await chip.waitFor();
  await page.getByRole('button', { name: 'その他' }).first().tap();
  await page.getByRole('menuitem', { name: '一時停止する' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: '一時停止する' }).tap();
  await page.getByText('一時停止', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'その他' }).first().tap();
  await page.getByRole('menuitem', { name: '再開する' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: '再開する' }).tap();
  await chip.waitFor();
  await page.locator('.react-flow__node[data-id="n_1"]').tap();
  await note.waitFor();
  await context.close();
});
