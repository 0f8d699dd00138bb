import { expect, it } from 'vitest';
import type { CalendarDraft } from './calendar-draft.ts';
import { datesOf, untyped, withTyped } from './typed-dates.ts';

const draft: CalendarDraft = {
  name: '本社',
  zone: 'Asia/Tokyo',
  hours: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] },
  holidays: 'jp',
  closedDates: ['2026-12-30'],
  openDates: { '2026-12-26': [['10:00', '12:00']] },
};

it('takes along what was typed and not yet added', () => {
  const saved = withTyped({
    draft,
    closed: { from: '2026-12-29', until: '2026-12-31' },
    open: { from: '2026-12-26', until: '2026-12-27' },
  });
  expect(saved?.closedDates).toEqual(['2026-12-29', '2026-12-30', '2026-12-31']);
  expect(Object.keys(saved?.openDates ?? {}).toSorted()).toEqual(['2026-12-26', '2026-12-27']);
  expect(saved?.openDates['2026-12-26']).toEqual([['10:00', '12:00']]);
});

it('is as it was where nothing was typed, and is not saved where the last day comes first', () => {
  expect(withTyped({ draft, closed: untyped, open: untyped })).toEqual(draft);
  expect(withTyped({ draft, closed: { from: '2026-12-31', until: '2026-12-29' }, open: untyped })).toBeUndefined();
});

it('is not saved either where there is a last day and no first, which would be lost without a word', () => {
  const typed = { from: '', until: '2026-12-29' };
  expect(datesOf(typed)).toBe('no-first');
  expect(withTyped({ draft, closed: typed, open: untyped })).toBeUndefined();
  expect(withTyped({ draft, closed: untyped, open: typed })).toBeUndefined();
});
