import { edgeIdOf } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { nodesInAColumn } from './nodes-in-a-column.ts';
import { openSignedIn, signInByApi } from './sign-in-by-api.ts';
import { withSharedSodate } from './with-sodate.ts';

const world = withSharedSodate();

it('puts a wait before a question asked too soon, says so and what stays, takes it back; and asks of the mail just sent', async () => {
  const { sodate, browser } = world;
  const api = await signInByApi({ sodate });
  const { id: journey } = await api.journeys.create.mutate({ name: '早すぎる問い' });
  const { id: mail } = await api.mails.create.mutate({ name: '早すぎるお礼', kind: 'reply' });
  const pattern = { kind: 'mail', reaction: 'clicked' };
  const condition = { kind: 'all', of: [{ kind: 'events', pattern, atLeast: 1 }] };
  const nodes = nodesInAColumn([
    { type: 'added-by-person', config: {} },
    { type: 'wait', config: { duration: { amount: 1, unit: 'days' }, zone: 'journey' } },
    { type: 'send-mail', config: { mail } },
    { type: 'branch', config: { arms: [{ id: 'first', condition }] } },
  ]);
  const edges = nodes.slice(1).map(({ id }, index) => ({ from: asId<'node'>(`n_${index}`), outcome: 'done', to: id }));
  const { revision } = await api.journeys.draft.query({ journey });
  const command = { kind: 'paste', nodes, edges } as const;
  const drawn = { id: edgeIdOf({ from: asId('n_0'), outcome: 'drawn' }), command };
  await api.journeys.applyCommands.mutate({ journey, clientId: 'asked', base: revision, commands: [drawn] });

  const context = await openSignedIn({ sodate, browser, locale: 'ja-JP', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${sodate.url}/journeys/${journey}`);
  const cards = page.locator('.react-flow__node-card');
  await page.locator('[data-id="n_3"]').click();
  const note = page.locator('[data-problem-note]', { hasText: 'メールの直後に調べます' });
  await note.getByText('「待つ」（1日）があり、そのまま残ります').waitFor();
  await note.getByRole('button', { name: '間に「待つ」（3日）を入れる' }).click();
  await expect.poll(() => cards.count()).toBe(5);
  const said = page.locator('.undoable');
  await said.getByText('間に「待つ」（3日）を入れました').waitFor();
  await page.locator('[data-inspector]').getByText('待つ長さ').waitFor();
  await said.getByRole('button', { name: '元に戻す' }).click();
  await expect.poll(() => cards.count()).toBe(4);
  await expect.poll(() => said.count()).toBe(0);

  await page.locator('[data-id="n_3"]').click();
  await page.getByRole('button', { name: '条件を加える' }).click();
  await page.getByRole('menuitem', { name: 'メールへの反応' }).click();
  await page.getByText('この手前で最後に送るメールです').waitFor();
  const chosen = page.getByRole('combobox', { name: 'メール', exact: true }).last();
  await expect.poll(() => chosen.inputValue()).toBe('早すぎるお礼');
  await context.close();
});
