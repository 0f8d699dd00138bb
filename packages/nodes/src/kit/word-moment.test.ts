import type { Weekday } from '@sodate/journey/time/wait-spec';
import { expect, it } from 'vitest';
import { wordMoment } from './word-moment.ts';

const mondayToFriday: Weekday[] = [1, 2, 3, 4, 5];

it.each([
  { weekdays: [], skipClosed: false, ja: '9:00', en: '9:00' },
  { weekdays: [], skipClosed: true, ja: '営業日9:00', en: 'business days 9:00' },
  { weekdays: mondayToFriday, skipClosed: false, ja: '平日9:00', en: 'weekdays 9:00' },
  { weekdays: mondayToFriday, skipClosed: true, ja: '平日の営業日9:00', en: 'workdays 9:00' },
  {
    weekdays: [1, 3] as Weekday[],
    skipClosed: true,
    ja: '月水曜9:00・営業日のみ',
    en: 'Mon, Wed 9:00, business days only',
  },
])('says $en', ({ weekdays, skipClosed, ja, en }) => {
  expect(wordMoment({ time: '09:00', weekdays, skipClosed })).toEqual({ ja, en });
});
