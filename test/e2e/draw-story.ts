import type { Page } from 'playwright-core';
import { cardOf, dragFromRail, drawEdge, growFrom, railItem } from './draw-by-mouse.ts';

const start = '：フォームの送信';
const wait = '待つ：待つ';
const click = '：行動を待つ';
const branch = '：スコアで分ける';
const sales = '：営業へ引き渡す';
const end = '：終了';
const goal = '：目標';

/**
 * Draws, on an empty canvas and by mouse, the journey of the main job: documents requested, three days, a mail, a
 * click awaited, the score asked, and the hot ones handed to `rep`; `manager` is told when nobody answers in time.
 */
export async function drawStory({ page, rep, manager }: { page: Page; rep: string; manager: string }): Promise<void> {
  for (const zoom of ['83%', '69%', '58%']) {
    await page.getByRole('button', { name: '縮小' }).click();
    await page.getByText(zoom).waitFor();
  }
  const card = (title: string) => cardOf({ page, title });

  await dragFromRail({ page, title: 'フォーム', to: { x: 420, y: 90 } });
  await card(start).click();
  await page.getByRole('combobox', { name: 'フォーム', exact: true }).fill('document-request');

  await dragFromRail({ page, title: '待つ', to: { x: 420, y: 170 } });
  await drawEdge({ page, from: card(start), outcome: 'done', to: card(wait) });
  await card(wait).click();
  await page.getByRole('switch', { name: 'さらに曜日と時刻まで待つ' }).click();
  await card('3日後、次の平日 9:00').waitFor();

  await growFrom({ page, from: card(wait), outcome: 'done', by: { x: 0, y: 30 }, type: 'メールを送る' });
  await page.getByRole('combobox', { name: 'メール', exact: true }).click();
  await page.getByRole('option', { name: '活用のヒント' }).click();

  await railItem({ page, title: '行動待ち' }).click();
  await page.getByRole('combobox', { name: '起きること' }).click();
  await page.getByRole('option', { name: 'メールのリンクのクリック' }).click();
  await page.getByRole('combobox', { name: 'どのメールか' }).click();
  await page.getByRole('option', { name: 'メールを送る' }).click();

  await growFrom({ page, from: card(click), outcome: 'first', by: { x: -40, y: 40 }, type: 'スコアで分ける' });
  await page.getByRole('button', { name: '2番目を消す' }).click();
  await page.getByRole('textbox', { name: '何点以上' }).fill('50');

  await growFrom({ page, from: card(branch), outcome: 'high', by: { x: -40, y: 40 }, type: '営業へ引き渡す' });
  await page.getByRole('combobox', { name: '渡す相手' }).click();
  await page.getByRole('option', { name: rep }).click();
  await page.getByRole('textbox', { name: 'してほしいこと' }).fill('棚卸しの現状を電話で聞き、事例の説明を提案する');
  await page.getByRole('combobox', { name: '期限を過ぎたら知らせる人' }).click();
  await page.getByRole('option', { name: manager }).click();

  await growFrom({ page, from: card(sales), outcome: 'opportunity', by: { x: -60, y: 40 }, type: '目標' });
  await growFrom({ page, from: card(sales), outcome: 'lost', by: { x: 120, y: 40 }, type: '終了' });
  await drawEdge({ page, from: card(sales), outcome: 'rejected', to: card(end) });
  await drawEdge({ page, from: card(branch), outcome: 'else', to: card(end) });
  await drawEdge({ page, from: card(click), outcome: 'timeout', to: card(end) });
  await card(goal).waitFor();
}
