import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { UrlPattern } from './event-pattern.ts';
import { matchesUrl } from './matches-url.ts';

const fits = (pattern: string, url: string) => {
  const [match, value] = pattern.split(' ') as [UrlPattern['match'], string];
  return matchesUrl({ pattern: { match, value }, url });
};

it.each([
  ['exact /price', 'https://example.com/price'],
  ['exact /price', 'https://example.com/price/?utm_source=mail#plans'],
  ['exact /price/', 'example.com/price'],
  ['exact /', 'https://example.com'],
  ['exact /料金', 'https://example.com/%E6%96%99%E9%87%91'],
  ['exact https://Example.com/price', 'http://example.COM/price/'],
  ['prefix /blog', 'https://example.com/blog/2026/11'],
  ['prefix /blog/', 'https://example.com/blog'],
  ['prefix example.com/', 'https://example.com'],
  ['prefix /', 'https://example.com/anything'],
  ['pattern /cases/*/download', 'https://example.com/cases/acme/2026/download'],
  ['pattern *.example.com/*', 'https://shop.example.com/cart'],
  ['pattern /a*b*c', 'https://example.com/aXbXbXc'],
])('takes %s to mean %s', (pattern, url) => {
  expect(fits(pattern, url)).toBe(true);
});

it.each([
  ['exact /price', 'https://example.com/pricey'],
  ['exact /price', 'https://example.com/Price'],
  ['exact example.com/price', 'https://other.com/price'],
  ['prefix /blog/', 'https://example.com/blogger'],
  ['prefix example.com/', 'https://example.com.evil.test/'],
  ['pattern /cases/*/download', 'https://example.com/cases/acme'],
  ['pattern /a.c', 'https://example.com/abc'],
])('does not take %s to mean %s', (pattern, url) => {
  expect(fits(pattern, url)).toBe(false);
});

it('agrees with a regular expression on wildcards', () => {
  const piece = fc.constantFrom('a', 'b', '*', '/', '.');
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }),
      fc.array(fc.constantFrom('a', 'b', '/', '.'), { maxLength: 10 }),
      (wanted, path) => {
        const value = `/${wanted.join('')}`;
        const bare = value.replace(/\/+$/, '');
        const source = bare
          .split('*')
          .map((part) => part.replaceAll('.', '\\.'))
          .join('.*');
        const expected = new RegExp(`^${source}$`).test(`/${path.join('')}`.replace(/\/+$/, ''));
        expect(matchesUrl({ pattern: { match: 'pattern', value }, url: `/${path.join('')}` })).toBe(expected);
      },
    ),
    { numRuns: 2_000 },
  );
});

it('stays quick on patterns made to be slow', () => {
  const url = `/${'a'.repeat(5_000)}`;
  const start = performance.now();
  expect(fits(`pattern /${'a*'.repeat(50)}b`, url)).toBe(false);
  expect(performance.now() - start).toBeLessThan(500);
});
