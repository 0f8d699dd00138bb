import { expect, it } from 'vitest';
import type { Condition } from '../condition/condition.ts';
import { asId } from '../id.ts';
import { emptySurroundings } from './empty-surroundings.ts';
import { wordCondition } from './word-condition.ts';

const surroundings = {
  ...emptySurroundings,
  attributes: [
    { of: 'company' as const, name: 'employees', title: { ja: '従業員数', en: 'Employees' }, kind: 'number' as const },
  ],
  journeys: [{ id: 'j', name: '育成' }],
};
const prices: Condition = { kind: 'events', pattern: { kind: 'page', url: { match: 'prefix', value: '/price' } } };
const score: Condition = { kind: 'score', atLeast: 60 };

it.each<[Condition, string, string]>([
  [score, 'スコア60以上', 'score 60 or more'],
  [{ kind: 'score', atLeast: 30, below: 60 }, 'スコア30〜59', 'score 30–59'],
  [{ kind: 'score', below: 30 }, 'スコア30未満', 'score below 30'],
  [
    { kind: 'attribute', of: 'company', attribute: 'employees', compare: { is: 'at-least', value: 1000 } },
    '従業員数1000以上',
    'Employees 1000 or more',
  ],
  [
    { ...prices, atLeast: 2, within: { amount: 7, unit: 'days' } },
    '7日間に/price/…の閲覧2回以上',
    '2 × visit to /price/… in 7 days',
  ],
  [{ ...prices, atMost: 0 }, '/price/…の閲覧なし', 'no visit to /price/…'],
  [{ kind: 'stage', oneOf: ['mql', 'opportunity'] }, 'MQL・商談', 'MQL or Opportunity'],
  [{ kind: 'handoff', outcome: 'won' }, '受注した', 'won'],
  [{ kind: 'business-time', calendar: asId('c'), open: false }, '営業時間外', 'out of hours'],
  [{ kind: 'journey', journey: asId('j'), state: 'in' }, '「育成」の途中', 'in “育成”'],
  [{ kind: 'all', of: [score, prices] }, 'スコア60以上ほか1件', 'score 60 or more and 1 more'],
  [{ kind: 'none', of: [score] }, 'スコア60以上ではない', 'not score 60 or more'],
])('says %j in both languages', (...[condition, ja, en]) => {
  expect(wordCondition({ condition, surroundings })).toEqual({ ja, en });
});
