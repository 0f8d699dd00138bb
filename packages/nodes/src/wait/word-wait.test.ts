import type { Duration, Moment, Weekday } from '@sodate/journey/time/wait-spec';
import { describe, expect, it } from 'vitest';
import { wordWait } from './word-wait.ts';

const mondayToFriday: readonly Weekday[] = [1, 2, 3, 4, 5];
const days: Duration = { amount: 3, unit: 'days' };

function at9({ weekdays = [], skipClosed = false }: Partial<Moment> = {}): Moment {
  return { time: '09:00', weekdays, skipClosed };
}

interface Worded {
  readonly ja: string;
  readonly en: string;
}

describe('a wait in words', () => {
  it.each<Worded & { duration: Duration }>([
    { duration: days, ja: '3日', en: '3 days' },
    { duration: { amount: 1, unit: 'weeks' }, ja: '1週間', en: '1 week' },
    { duration: { amount: 2, unit: 'business-hours' }, ja: '2営業時間', en: '2 business hours' },
  ])('says a length alone: $ja', ({ duration, ja, en }) => {
    expect(wordWait({ duration })).toEqual({ ja, en });
  });

  it.each<Worded & { moment: Moment; next: string }>([
    { moment: at9(), ja: '9:00', en: '9:00', next: '9:00' },
    {
      moment: at9({ skipClosed: true }),
      ja: '営業日 9:00',
      en: '9:00 on business days',
      next: '9:00 on a business day',
    },
    { moment: at9({ weekdays: mondayToFriday }), ja: '平日 9:00', en: '9:00 on weekdays', next: '9:00 on a weekday' },
    {
      moment: at9({ weekdays: mondayToFriday, skipClosed: true }),
      ja: '営業日 9:00',
      en: '9:00 on business days',
      next: '9:00 on a business day',
    },
    { moment: at9({ weekdays: [6, 7] }), ja: '土日 9:00', en: '9:00 on weekends', next: '9:00 on a weekend day' },
    { moment: at9({ weekdays: [1, 3] }), ja: '月水曜 9:00', en: '9:00 on Mon, Wed', next: '9:00 on Mon or Wed' },
    {
      moment: at9({ weekdays: [1, 3, 5], skipClosed: true }),
      ja: '営業日(月・水・金) 9:00',
      en: '9:00 on Mon, Wed, Fri, business days only',
      next: '9:00 on Mon, Wed or Fri, business days only',
    },
    { moment: at9({ weekdays: [2] }), ja: '火曜 9:00', en: '9:00 on Tue', next: '9:00 on Tue' },
  ])('says a moment alone, and after a length: $ja', ({ moment, ja, en, next }) => {
    expect(wordWait({ moment })).toEqual({ ja, en });
    expect(wordWait({ duration: days, moment })).toEqual({ ja: `3日後、次の${ja}`, en: `3 days, then ${next}` });
  });

  it.each<Worded & { duration: Duration }>([
    { duration: { amount: 30, unit: 'minutes' }, ja: '30分後、次の', en: '30 minutes' },
    { duration: { amount: 2, unit: 'hours' }, ja: '2時間後、次の', en: '2 hours' },
    { duration: { amount: 4, unit: 'business-hours' }, ja: '4営業時間後、次の', en: '4 business hours' },
    { duration: { amount: 2, unit: 'business-days' }, ja: '2営業日後、次の', en: '2 business days' },
    { duration: { amount: 2, unit: 'weeks' }, ja: '2週間後、次の', en: '2 weeks' },
    { duration: { amount: 1, unit: 'months' }, ja: '1か月後、次の', en: '1 month' },
  ])('says a moment after a length of any unit: $ja', ({ duration, ja, en }) => {
    expect(wordWait({ duration, moment: at9({ weekdays: mondayToFriday }) })).toEqual({
      ja: `${ja}平日 9:00`,
      en: `${en}, then 9:00 on a weekday`,
    });
  });

  it('tells weekdays from business days where the calendar opens on weekends', () => {
    const moment = at9({ weekdays: mondayToFriday, skipClosed: true });
    expect(wordWait({ moment, weekends: true })).toEqual({ ja: '平日の営業日 9:00', en: '9:00 on workdays' });
    expect(wordWait({ moment: at9({ skipClosed: true }), weekends: true })?.ja).toBe('営業日 9:00');
  });

  it('says nothing of nothing', () => {
    expect(wordWait({})).toBeUndefined();
  });
});
