import { expect, it } from 'vitest';
import { toldApart } from './told-apart.ts';

const lead = { nameKana: 'モリ ユウ', phone: '07000004129' };

it.each([
  [undefined, []],
  ['森', ['モリ ユウ']],
  ['070-0000-4129', ['モリ ユウ', '07000004129']],
  ['+81 70 0000 4129', ['モリ ユウ', '07000004129']],
  ['４１２９', ['モリ ユウ', '07000004129']],
  ['9', ['モリ ユウ']],
  ['555', ['モリ ユウ']],
])('tells by "%s" those it found apart', (search, parts) => {
  expect(toldApart({ lead, search })).toEqual(parts);
});
