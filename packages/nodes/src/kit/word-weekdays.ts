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

export interface WordedWeekdays extends Text {
  /** For brackets: 「月〜金」「月・水」. */
  readonly jaShort: string;
  /** The next one of them: "a weekday", "Mon or Wed". */
  readonly enNext: string;
}

/** Days of the week in words: 「平日」「月水曜」, "weekdays", "Mon, Wed"; undefined where it is every day. */
export function wordWeekdays(weekdays: readonly Weekday[]): WordedWeekdays | undefined {
  const days = [...new Set(weekdays)].sort((one, other) => one - other);
  if (days.length === 0 || days.length === 7) return undefined;
  const all = days.join('');
  if (all === '12345') return { ja: '平日', jaShort: '月〜金', en: 'weekdays', enNext: 'a weekday' };
  if (all === '67') return { ja: '土日', jaShort: '土・日', en: 'weekends', enNext: 'a weekend day' };
  const english = days.map((day) => names[day].en);
  return {
    ja: `${days.map((day) => names[day].ja).join('')}曜`,
    jaShort: days.map((day) => names[day].ja).join('・'),
    en: english.join(', '),
    enNext: [english.slice(0, -1).join(', '), english.at(-1)].filter(Boolean).join(' or '),
  };
}
