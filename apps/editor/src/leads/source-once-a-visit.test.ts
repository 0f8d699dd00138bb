import { expect, it } from 'vitest';
import { sourceOnceAVisit } from './source-once-a-visit.ts';

const view = (clock: string, source: string | null = 'search.yahoo.co.jp') =>
  ({ name: 'page-viewed', at: `2026-11-27T${clock}:00.000Z`, source }) as const;

const sources = (...latestFirst: Parameters<typeof sourceOnceAVisit>[0]) =>
  sourceOnceAVisit(latestFirst).map(({ source }) => source);

it('says where a visit came from at its first page alone', () => {
  expect(sources(view('10:06'), view('10:03'), view('10:00'))).toEqual([null, null, 'search.yahoo.co.jp']);
});

it('takes half an hour without a page for the end of a visit', () => {
  expect(sources(view('10:40'), view('10:05'))).toEqual(['search.yahoo.co.jp', 'search.yahoo.co.jp']);
  expect(sources(view('10:34'), view('10:05'))).toEqual([null, 'search.yahoo.co.jp']);
});

it('takes another source for another visit', () => {
  expect(sources(view('10:06', 'www.facebook.com'), view('10:05'))).toEqual(['www.facebook.com', 'search.yahoo.co.jp']);
});

it('leaves what is no page view as it is', () => {
  const form = { name: 'form-submitted', at: '2026-11-27T10:04:00.000Z', source: 'search.yahoo.co.jp' } as const;
  expect(sources(form, view('10:03'))).toEqual(['search.yahoo.co.jp', 'search.yahoo.co.jp']);
});
