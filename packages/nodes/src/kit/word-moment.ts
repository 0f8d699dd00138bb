import type { Text } from '@sodate/journey/text';
import type { Moment, Weekday } from '@sodate/journey/time/wait-spec';

const names: Readonly<Record<Weekday, Text>> = {
  1: { ja: '月', en: 'Mon' },
  2: { ja: '火', en: 'Tue' },
  3: { ja: '水', en: 'Wed' },
  4: { ja: '木', en: 'Thu' },
  5: { ja: '金', en: 'Fri' },
  6: { ja: '土', en: 'Sat' },
  7: { ja: '日', en: 'Sun' },
};

/** A moment in words: 「平日9:00」, "weekdays 9:00"; every day is not said. */
export function wordMoment({ time, weekdays }: Moment): Text {
  const clock = time.replace(/^0(?=\d)/, '');
  const days = wordWeekdays(weekdays);
  return days === undefined ? { ja: clock, en: clock } : { ja: `${days.ja}${clock}`, en: `${days.en} ${clock}` };
}

function wordWeekdays(weekdays: readonly Weekday[]): Text | undefined {
  const days = [...new Set(weekdays)].sort((one, other) => one - other);
  if (days.length === 0 || days.length === 7) return undefined;
  const all = days.join('');
  if (all === '12345') return { ja: '平日', en: 'weekdays' };
  if (all === '67') return { ja: '土日', en: 'weekends' };
  return {
    ja: `${days.map((day) => names[day].ja).join('')}曜`,
    en: days.map((day) => names[day].en).join(', '),
  };
}
