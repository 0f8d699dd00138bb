import { expect, it } from 'vitest';
import type { TimelineEvent } from '../lead/read-timeline.ts';
import { suggestTalk } from './suggest-talk.ts';

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

function pointsFor(fields: Record<string, string>) {
  const properties = { fields, url: 'https://example.jp/request' };
  return suggestTalk({ interests: { mostRead: [] }, recent: [{ ...request, properties }] });
}

it('tells what was asked in the last form', () => {
  expect(pointsFor({ email: 'a@b.example', employees: '50〜299名', message: '棚卸しを早くしたい' })).toEqual([
    {
      title: { ja: '「棚卸しを早くしたい」', en: '“棚卸しを早くしたい”' },
      reason: { ja: 'フォーム「資料請求」に書いています。', en: 'Written into the form “資料請求”.' },
    },
  ]);
});

it('is silent where the form only says who somebody is, and takes no address for an answer', () => {
  expect(pointsFor({ email: 'a@b.example', name: '緑川 悠', employees: '50〜299名' })).toEqual([]);
});

it('names the two pages read most, by address where a page has no title', () => {
  const mostRead = [
    { key: 'a.example/pricing', title: '料金プラン', views: 3 },
    { key: 'a.example/lots', title: null, views: 1 },
    { key: 'a.example/cases', title: '事例', views: 1 },
  ];
  expect(
    suggestTalk({ interests: { mostRead }, recent: [] }).map(({ title, reason }) => [title.ja, reason.en]),
  ).toEqual([
    ['料金プラン', 'Viewed this page 3 times.'],
    ['a.example/lots', 'Viewed this page once.'],
  ]);
});

it('leaves out a form that was taken back', () => {
  const taken = { ...request, retracted: true, properties: { fields: { message: '棚卸しを早くしたい' } } };
  expect(suggestTalk({ interests: { mostRead: [] }, recent: [taken] })).toEqual([]);
});
