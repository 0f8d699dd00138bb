import { expect, it } from 'vitest';
import type { TimelineEvent } from '../lead/read-timeline.ts';
import { documentRequest } from './document-request.ts';
import { findLastSign } from './find-last-sign.ts';
import { suggestTalk } from './suggest-talk.ts';

it('names the two pages read most, by address where a page has no title', () => {
  const mostRead = [
    { key: 'a.example/pricing', title: '料金プラン', views: 3, viewsSince: 1 },
    { key: 'a.example/lots', title: null, views: 1, viewsSince: 0 },
    { key: 'a.example/cases', title: '事例', views: 1, viewsSince: 0 },
  ];
  expect(
    suggestTalk({ interests: { mostRead }, recent: [] }).map(({ title, reason }) => [title.ja, reason.en]),
  ).toEqual([
    ['料金プラン', 'Viewed 3 times in all, once since the hand-off.'],
    ['a.example/lots', 'Viewed once in all.'],
  ]);
});

it('leaves out the page a form stood on and the one that thanked for it', () => {
  const page = (key: string, at: string): TimelineEvent => ({
    ...documentRequest,
    name: 'page-viewed',
    kind: 'page',
    at,
    thing: { key, title: null },
  });
  const recent = [
    page('a.example/thanks', '2026-11-23T00:00:01.000Z'),
    documentRequest,
    page('a.example/request', '2026-11-22T23:58:00.000Z'),
    page('a.example/lots', '2026-11-22T23:57:00.000Z'),
  ];
  const mostRead = ['thanks', 'request', 'lots'].map((key) => ({
    key: `a.example/${key}`,
    title: null,
    views: 1,
    viewsSince: 0,
  }));
  expect(suggestTalk({ interests: { mostRead }, recent }).map(({ title }) => title.ja)).toEqual(['a.example/lots']);
  expect(findLastSign(recent)).toBe(documentRequest);
  const later = page('a.example/cases', '2026-11-23T00:02:00.000Z');
  expect(findLastSign([later, ...recent])).toBe(later);
});
