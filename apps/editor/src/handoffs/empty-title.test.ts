import { expect, it } from 'vitest';
import type { Translate } from '../language/use-texts.ts';
import { emptyTitle } from './empty-title.ts';
import type { InboxSearch } from './inbox-search.ts';
import { texts as en } from './texts.en.ts';
import { texts as ja } from './texts.ja.ts';

const fill =
  (texts: Readonly<Record<keyof typeof ja, string>>): Translate<typeof ja> =>
  (key, values = {}) =>
    texts[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));

it.each([
  [{ owner: 'nobody' }, '担当のない未対応の引き渡しはありません', 'No unanswered hand-offs without an owner'],
  [{ owner: '1', view: 'working' }, '清水さんの対応中の引き渡しはありません', 'No hand-offs in progress owned by 清水'],
  [
    { answer: 'soon' },
    '未対応の引き渡しのうち、「まもなく期限」のものはありません',
    'None of the unanswered hand-offs are “Due soon”',
  ],
  [
    { owner: '1', due: 'month', answer: 'late' },
    '当時清水さんが担当していた、今月これまでに期限が来た引き渡しのうち、「期限後に対応」のものはありません',
    'None of the hand-offs due this month so far owned by 清水 at the time are “Answered late”',
  ],
  [
    { owner: 'nobody', due: 'week' },
    '当時担当のなかった、今週（月〜日）が期限の引き渡しはありません',
    'No hand-offs due this week (Mon to Sun) without an owner at the time',
  ],
  [{ view: 'working', contact: 'planned' }, '次の連絡を決めた引き渡しはありません', 'No hand-offs with a next contact'],
  [
    { owner: '1', outcome: 'won' },
    '清水さんの今月受注した引き渡しはありません',
    'No hand-offs won this month owned by 清水',
  ],
  [{ answered: 'today' }, '今日対応した引き渡しはありません', 'No hand-offs answered today'],
] as readonly (readonly [InboxSearch, string, string])[])('%j has none', (...[search, japanese, english]) => {
  expect(emptyTitle({ search, name: '清水', t: fill(ja) })).toBe(japanese);
  expect(emptyTitle({ search, name: '清水', t: fill(en) })).toBe(english);
});
