import { expect, it } from 'vitest';
import { sumUpInterest } from './sum-up-interest.ts';

const nothing = { views: 0, pages: 0, topics: [], forms: [] };

it('says so where nobody has visited', () => {
  expect(sumUpInterest(nothing)).toEqual({ ja: 'まだサイトを見ていません。', en: 'Has not visited the site yet.' });
});

it('names the topic most read, and a second only where it is close', () => {
  const price = { topic: 'price' as const, views: 6 };
  const close = sumUpInterest({ ...nothing, views: 10, pages: 3, topics: [price, { topic: 'cases', views: 4 }] });
  expect(close.ja).toBe('料金を確かめている段階です。事例にも関心があります。');
  const far = sumUpInterest({ ...nothing, views: 8, pages: 3, topics: [price, { topic: 'cases', views: 2 }] });
  expect(far.en).toBe('Checking the price.');
});

it('tells which forms were sent, by their titles', () => {
  const forms = [{ key: 'document-request', title: '資料請求', times: 1 }];
  expect(sumUpInterest({ ...nothing, views: 1, pages: 1, forms }).ja).toContain('フォーム「資料請求」を送っています。');
});

it('does not name a form of which only the inner name is known', () => {
  const forms = [{ key: 'doc_req_v3', title: null, times: 1 }];
  expect(sumUpInterest({ ...nothing, views: 1, pages: 1, forms }).en).toContain('Sent a form.');
});
