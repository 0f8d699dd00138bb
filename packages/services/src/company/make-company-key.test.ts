import { expect, it } from 'vitest';
import { makeCompanyKey } from './make-company-key.ts';

it.each([
  ['星川食品株式会社', '星川食品'],
  ['㈱星川食品', '星川食品'],
  ['（株）　星川食品', '星川食品'],
  ['Hoshikawa Foods Co., Ltd.', 'hoshikawafoods'],
  ['ＨＯＳＨＩＫＡＷＡ Foods Inc', 'hoshikawafoods'],
])('sees through the legal form of %j', (name, key) => {
  expect(makeCompanyKey(name)).toBe(key);
});

it('keeps a name that is nothing but a legal form', () => {
  expect(makeCompanyKey('株式会社')).toBe('株式会社');
});
