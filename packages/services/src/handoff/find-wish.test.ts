import { expect, it } from 'vitest';
import { documentRequest } from './document-request.ts';
import { findWish } from './find-wish.ts';

function wishIn(fields: Record<string, string>) {
  return findWish([{ ...documentRequest, properties: { fields, url: 'https://example.jp/request' } }]);
}

it('is what was asked in the last form', () => {
  expect(wishIn({ email: 'a@b.example', employees: '50〜299名', message: '棚卸しを早くしたい' })).toEqual({
    words: '棚卸しを早くしたい',
    form: '資料請求',
    at: documentRequest.at,
  });
});

it('does not name a form of which only the inner name is known', () => {
  const untitled = { ...documentRequest, thing: { key: 'doc_req_v3', title: null } };
  expect(findWish([{ ...untitled, properties: { fields: { message: '棚卸しを早くしたい' } } }])?.form).toBeNull();
});

it('is none where the form only says who somebody is; an address is no answer', () => {
  expect(wishIn({ email: 'a@b.example', name: '緑川 悠', employees: '50〜299名' })).toBeUndefined();
});

it('is none in a form that was taken back', () => {
  const taken = { ...documentRequest, retracted: true, properties: { fields: { message: '棚卸しを早くしたい' } } };
  expect(findWish([taken])).toBeUndefined();
});

it('ends a very long one with a mark', () => {
  expect(wishIn({ message: 'あ'.repeat(500) })?.words).toBe(`${'あ'.repeat(400)}…`);
});
