import type { Text } from '@sodate/journey/text';
import type { Weekday } from '@sodate/journey/time/wait-spec';

const names: Readonly<Record<Weekday, Text>> = {
  1: { ja: '月', en: 'Mon' },
  2: { ja: '火', en: 'Tue' },
  3: { ja: '水', en: 'Wed' },
  4: { ja: '木', en: 'Thu' },
  5: { ja: '金', en: 'Fri' },
  6: { ja: '土', en: 'Sat' },
  7: { ja: '日', en: 'Sun' },
};

/** Days of the week in words: 「平日」「月水曜」, "weekdays", "Mon, Wed"; undefined where it is every day. */
export function wordWeekdays(weekdays: readonly Weekday[]): Text | undefined {
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
