import { expect, it } from 'vitest';
import { completeAddress } from './complete-address.ts';

it.each([
  ['www.example.jp/jirei', 'https://www.example.jp/jirei'],
  ['example.jp', 'https://example.jp'],
  ['例え.jp/事例?a=1', 'https://例え.jp/事例?a=1'],
  ['example.jp:8080#top', 'https://example.jp:8080#top'],
])('%s is written as the address %s', (typed, meant) => {
  expect(completeAddress(typed)).toBe(meant);
});

it.each([
  '',
  'https://example.jp',
  'http://example.jp',
  'mailto:info@example.jp',
  'info@example.jp',
  '{{ form_url }}',
  '/demo',
  '資料',
  'a b.jp',
])('%j stays as it was typed', (typed) => {
  expect(completeAddress(typed)).toBe(typed);
});
