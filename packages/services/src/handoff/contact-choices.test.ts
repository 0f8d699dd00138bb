import { asId } from '@sodate/journey/id';
import { formatInstant, parseInstant } from '@sodate/journey/time/instant';
import type { Calendar, OpenHours } from '@sodate/journey/time/wait-spec';
import { expect, it } from 'vitest';
import type { DaysAway } from '../person/is-away-on.ts';
import { contactChoices } from './contact-choices.ts';
import { contactAt, standingOf } from './next-contact.ts';

const zone = 'Asia/Tokyo';
const open: OpenHours = [['09:30', '18:00']];
const calendar: Calendar = {
  id: asId('00000000-0000-0000-0000-000000000001'),
  zone,
  hours: { 1: open, 2: open, 3: open, 4: open, 5: open, 6: [], 7: [] },
  // A Monday.
  closedDates: ['2026-11-23'],
  openDates: {},
};

const never = { from: null, until: null };

function choicesOn(date: string, away: DaysAway = never) {
  return contactChoices({ now: parseInstant(`${date}T14:00:00+09:00`), zone, calendar, away });
}

it('offers tomorrow, the third business day, and the first one of next week', () => {
  expect(choicesOn('2026-11-17')).toEqual([
    { kind: 'tomorrow', date: '2026-11-18' },
    { kind: 'three-days', date: '2026-11-20' },
    { kind: 'next-week', date: '2026-11-24' },
  ]);
  expect(choicesOn('2026-11-18').map(({ kind }) => kind)).toEqual(['tomorrow', 'next-week']);
});

it('offers the next business day where tomorrow is none, once where that is next week', () => {
  expect(choicesOn('2026-11-20')).toEqual([
    { kind: 'business-day', date: '2026-11-24' },
    { kind: 'three-days', date: '2026-11-26' },
  ]);
  // A Sunday, by the clocks in the zone: the week that follows has not begun.
  expect(choicesOn('2026-11-29')).toEqual([
    { kind: 'tomorrow', date: '2026-11-30' },
    { kind: 'three-days', date: '2026-12-02' },
  ]);
});

it('takes a day as the moment business opens on it, 9:00 where it does not, and a time as it is', () => {
  const at = (date: string, time?: string) => formatInstant(contactAt({ date, time, zone, calendar }));
  expect(at('2026-11-24')).toBe('2026-11-24T00:30:00.000Z');
  expect(at('2026-11-28')).toBe('2026-11-28T00:00:00.000Z');
  expect(at('2026-11-24', '16:15')).toBe('2026-11-24T07:15:00.000Z');
});

it('has a day due until it is over, a time until it has passed', () => {
  const now = parseInstant('2026-11-24T17:00:00+09:00');
  const standing = (at: string, timed: boolean) => standingOf({ at: parseInstant(at), timed, now, zone });
  expect(standing('2026-11-24T09:00:00+09:00', false)).toBe('today');
  expect(standing('2026-11-24T09:00:00+09:00', true)).toBe('past');
  expect(standing('2026-11-24T18:00:00+09:00', true)).toBe('today');
  expect(standing('2026-11-23T18:00:00+09:00', false)).toBe('past');
  expect(standing('2026-11-25T00:00:00+09:00', true)).toBe('later');
});

it('passes over the days on which the owner is away', () => {
  const days = (from: string, until: string | null) => choicesOn('2026-11-27', { from, until });
  expect(days('2026-11-30', '2026-12-01')).toEqual([{ kind: 'back', date: '2026-12-02' }]);
  expect(days('2026-12-01', '2026-12-01')).toEqual([
    { kind: 'business-day', date: '2026-11-30' },
    { kind: 'three-days', date: '2026-12-02' },
  ]);
  expect(days('2026-11-30', '2026-12-08')).toEqual([{ kind: 'back', date: '2026-12-09' }]);
  // Nobody knows when they are back: the days are offered as ever.
  expect(days('2026-11-28', null)).toEqual(choicesOn('2026-11-27'));
});
