import type { Text } from '@sodate/journey/text';
import type { Moment } from '@sodate/journey/time/wait-spec';
import { wordWeekdays } from './word-weekdays.ts';

/** A moment in words: 「平日9:00」「営業日9:00」, "weekdays 9:00", "business days 9:00"; every day is not said. */
export function wordMoment({ time, weekdays, skipClosed }: Moment): Text {
  const clock = time.replace(/^0(?=\d)/, '');
  const days = wordWeekdays(weekdays);
  if (days === undefined) return skipClosed ? openDays(clock) : { ja: clock, en: clock };
  const { ja, en } = { ja: `${days.ja}${clock}`, en: `${days.en} ${clock}` };
  if (!skipClosed) return { ja, en };
  // Both in words would not fit a card.
  if (days.en === 'weekdays') return openDays(clock);
  return { ja: `${ja}・営業日のみ`, en: `${en}, business days only` };
}

function openDays(clock: string): Text {
  return { ja: `営業日${clock}`, en: `business days ${clock}` };
}
