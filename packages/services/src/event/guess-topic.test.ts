import { expect, it } from 'vitest';
import { guessTopic } from './guess-topic.ts';

it.each([
  { path: '/demo/price', topic: 'price' },
  { path: '/plan', topic: 'price' },
  { path: '/case/aoba', topic: 'cases' },
  { path: '/features/stock', title: '在庫の料金を知る', topic: 'features' },
  { path: '/p/102', title: '導入事例：青葉物流', topic: 'cases' },
  { path: '/company', title: '会社概要', topic: 'other' },
])('takes $path ($title) for $topic', ({ topic, ...page }) => {
  expect(guessTopic({ kind: 'page', key: page.path, ...page })).toBe(topic);
});

it('says nothing about forms', () => {
  expect(guessTopic({ kind: 'form', key: 'price' })).toBeUndefined();
});
