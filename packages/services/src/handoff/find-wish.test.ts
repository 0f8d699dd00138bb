import { expect, it } from 'vitest';
import type { TimelineEvent } from '../lead/read-timeline.ts';
import { findWish } from './find-wish.ts';

const request: TimelineEvent = {
  id: 7,
  name: 'form-submitted',
  kind: 'form',
  at: '2026-11-23T00:00:00.000Z',
  thing: { key: 'document-request', title: '資料請求' },
  source: null,
  mail: null,
  sentMail: null,
  journey: null,
  enrollment: null,
  handoff: null,
  outcome: null,
  points: 20,
  retracted: false,
  properties: {},
};

function wishIn(fields: Record<string, string>) {
  return findWish([{ ...request, properties: { fields, url: 'https://example.jp/request' } }]);
}

it('is what was asked in the last form', () => {
  expect(wishIn({ email: 'a@b.example', employees: '50〜299名', message: '棚卸しを早くしたい' })).toEqual({
    words: '棚卸しを早くしたい',
    form: '資料請求',
    at: request.at,
  });
});

it('is none where the form only says who somebody is; an address is no answer', () => {
  expect(wishIn({ email: 'a@b.example', name: '緑川 悠', employees: '50〜299名' })).toBeUndefined();
});

it('is none in a form that was taken back', () => {
  const taken = { ...request, retracted: true, properties: { fields: { message: '棚卸しを早くしたい' } } };
  expect(findWish([taken])).toBeUndefined();
});

it('ends a very long one with a mark', () => {
  expect(wishIn({ message: 'あ'.repeat(500) })?.words).toBe(`${'あ'.repeat(400)}…`);
});
