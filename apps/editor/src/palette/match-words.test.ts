import { expect, it } from 'vitest';
import { matchWords } from './match-words.ts';

it('finds by each of the words, whatever their order and width', () => {
  const words = 'リードを追加する add new lead 登録';
  expect(matchWords({ words, query: '追加 リード' })).toBe(true);
  expect(matchWords({ words, query: 'ＬＥＡＤ' })).toBe(true);
  expect(matchWords({ words, query: 'シナリオ 追加' })).toBe(false);
  expect(matchWords({ words, query: ' ' })).toBe(true);
});
