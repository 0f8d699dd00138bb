import type { Text } from '@sodate/journey/text';
import type { Moment } from '@sodate/journey/time/wait-spec';
import { wordWeekdays } from './word-weekdays.ts';

/** A moment in words: 「平日9:00」, "weekdays 9:00"; every day is not said. */
export function wordMoment({ time, weekdays }: Moment): Text {
  const clock = time.replace(/^0(?=\d)/, '');
  const days = wordWeekdays(weekdays);
  return days === undefined ? { ja: clock, en: clock } : { ja: `${days.ja}${clock}`, en: `${days.en} ${clock}` };
}
