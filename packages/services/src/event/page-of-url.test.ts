import { expect, it } from 'vitest';
import { pageOfUrl } from './page-of-url.ts';

it.each([
  { url: 'https://Aoba.example/', key: 'aoba.example', path: '/' },
  { url: 'https://aoba.example/price/?utm_source=x#top', key: 'aoba.example/price', path: '/price' },
  { url: 'http://localhost:4280/demo/en//', key: 'localhost:4280/demo/en', path: '/demo/en' },
  { url: 'https://aoba.example/%E4%BA%8B%E4%BE%8B', key: 'aoba.example/事例', path: '/事例' },
  { url: 'https://aoba.example/%83%7E', key: 'aoba.example/%83%7E', path: '/%83%7E' },
])('reads $url', ({ url, ...page }) => {
  expect(pageOfUrl({ kind: 'page', url })).toEqual({ kind: 'page', ...page });
});

it.each(['', 'price', 'javascript:alert(1)', 'file:///etc/passwd', 'mailto:a@b.example'])(
  'does not take %j for a page',
  (url) => {
    expect(pageOfUrl({ kind: 'page', url })).toBeUndefined();
  },
);

it('keeps the title', () => {
  expect(pageOfUrl({ kind: 'page', url: 'https://a.example/x', title: '料金' })).toMatchObject({ title: '料金' });
});
