import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';

const type = 'page-visit';
const url = { match: 'prefix', value: '/price' };

it('lets in by one visit', () => {
  const { problems, summary, compile } = tryNode({ type, config: { url, times: 1 } });
  expect(problems).toEqual([]);
  expect(summary).toEqual({ ja: '/price/…', en: '/price/…' });
  expect(compile().entry).toMatchObject({
    to: 'n_done',
    trigger: { kind: 'event', pattern: { kind: 'page', url }, times: 1 },
  });
});

it('lets in by several visits in a window, from one source', () => {
  const config = { url, times: 3, within: { amount: 7, unit: 'days' }, source: 'newsletter' };
  const { problems, summary, compile } = tryNode({ type, config });
  expect(problems).toEqual([]);
  expect(summary.ja).toBe('/price/…・7日間に3回以上');
  expect(compile().entry?.trigger).toEqual({
    kind: 'event',
    pattern: { kind: 'page', url, source: 'newsletter' },
    times: 3,
    within: { amount: 7, unit: 'days' },
  });
});

it('asks within which time several visits must come', () => {
  expect(tryNode({ type, config: { url, times: 2 } }).problems).toMatchObject([
    { severity: 'error', path: ['within'] },
  ]);
});

it('asks for a page', () => {
  const config = { url: { match: 'exact', value: '  ' }, times: 1 };
  expect(tryNode({ type, config }).problems).toMatchObject([{ path: ['url'] }]);
});
