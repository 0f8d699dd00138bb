import { matchesUrl } from '@sodate/journey/event/matches-url';
import { startingRules } from '@sodate/services/score/ensure-score-rules';
import { describe, expect, it } from 'vitest';
import { pageAddress, writePage } from './layout.ts';
import { listDemoPages } from './list-demo-pages.ts';
import { texts as english } from './texts.en.ts';
import { texts as japanese } from './texts.ja.ts';

const sites = [japanese, english];
const addresses = new Set(
  sites.flatMap((texts) => listDemoPages(texts).map(({ path }) => pageAddress({ language: texts.language, path }))),
);
const served = new Set([
  ...addresses,
  '/',
  '/demo?language=ja',
  '/demo?language=en',
  '/demo/style.css',
  '/demo/pages.css',
]);

describe.each(sites)('the demo site in $language', (texts) => {
  const pages = listDemoPages(texts).map((page) => ({ page, markup: writePage({ texts, page }) }));

  it('has a home, five features, three customers, prices, two forms and their thanks', () => {
    expect(pages).toHaveLength(1 + 5 + 3 + 1 + 2 + 2);
  });

  it.each([
    ['price-page', 1],
    ['case-page', 3],
    ['feature-page', 5],
  ])('gives points for %s by the rules that everybody starts with', (rule, count) => {
    const patterns = startingRules(texts.language).flatMap(({ id, when }) =>
      id === rule && when.kind === 'event' && when.pattern.kind === 'page' ? (when.pattern.url ?? []) : [],
    );
    const addressOf = (path: string) => `http://localhost${pageAddress({ language: texts.language, path })}`;
    const seen = pages.filter(({ page }) =>
      patterns.some((pattern) => matchesUrl({ pattern, url: addressOf(page.path) })),
    );
    expect(seen).toHaveLength(count);
  });

  it.each(pages)('links to nothing that is not there: $page.path', ({ markup }) => {
    const links = [...markup.matchAll(/href="([^"#]*)/g)].map(([, href]) => href ?? '');
    for (const href of links) if (href.startsWith('/')) expect(served).toContain(href);
  });

  it.each(pages)('bears the tracker, one heading and its language: $page.path', ({ markup }) => {
    expect(markup).toContain('<script async src="/t.js" data-key="demo"></script>');
    expect(markup.match(/<h1/g)).toHaveLength(1);
    expect(markup).toContain(`<html lang="${texts.language}">`);
  });
});

it('has the same pages in both languages', () => {
  const [one, other] = sites.map((texts) => listDemoPages(texts).map(({ path }) => path));
  expect(one).toEqual(other);
});
