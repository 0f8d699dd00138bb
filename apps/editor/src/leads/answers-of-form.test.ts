import { expect, it } from 'vitest';
import { answersOfForm } from './answers-of-form.ts';

it('reads what was written, called as the page calls it, what is wanted before who wants it', () => {
  const fields = { name: '緑川 悠', message: '棚卸しに3日かかる', topic: ['在庫', '原価'], seats: 5 };
  expect(answersOfForm({ properties: { fields, labels: { message: 'いま困っていること' } } })).toEqual([
    { field: 'message', label: 'いま困っていること', words: '棚卸しに3日かかる' },
    { field: 'topic', label: undefined, words: '在庫, 原価' },
    { field: 'seats', label: undefined, words: '5' },
    { field: 'name', label: undefined, words: '緑川 悠' },
  ]);
});

it('reads nothing where nothing may be seen, or nothing was written', () => {
  expect(answersOfForm({ properties: {} })).toEqual([]);
  expect(answersOfForm({ properties: { fields: { note: '', gone: null } } })).toEqual([]);
});
