import { expect, it } from 'vitest';
import { addSpan, groupDays, newCalendar, wordTime } from './calendar-draft.ts';

it('tells days of the same hours in one line', () => {
  const { hours } = newCalendar({ zone: 'Asia/Tokyo' });
  expect(groupDays(hours).map(({ from, to }) => [from, to])).toEqual([
    [1, 5],
    [6, 7],
  ]);
});

it('opens the afternoon after the morning, and a closed day at the usual hours', () => {
  expect(addSpan([['09:00', '12:00']])).toEqual([
    ['09:00', '12:00'],
    ['13:00', '18:00'],
  ]);
  expect(addSpan([])).toEqual([['09:00', '18:00']]);
});

it('takes Japanese holidays in Japan alone', () => {
  expect(newCalendar({ zone: 'Asia/Tokyo' }).holidays).toBe('jp');
  expect(newCalendar({ zone: 'Europe/Berlin' }).holidays).toBe('none');
});

it('reads times as they are said', () => {
  expect(['09:00', '00:30', '18:00', '24:00'].map(wordTime)).toEqual(['9:00', '0:30', '18:00', '24:00']);
});
