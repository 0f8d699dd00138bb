import type { Text } from '@sodate/journey/text';
import type { Moment } from '@sodate/journey/time/wait-spec';
import { wordWeekdays } from './word-weekdays.ts';

/**
 * A moment in words: 「平日9:00」「営業日9:00」, "weekdays 9:00", "business days 9:00"; every day is not said. A calendar may
 * open on Saturdays, so that weekdays which are business days are told from all business days.
 */
export function wordMoment({ time, weekdays, skipClosed }: Moment): Text {
  const clock = time.replace(/^0(?=\d)/, '');
  const days = wordWeekdays(weekdays);
  if (days === undefined)
    return skipClosed ? { ja: `営業日${clock}`, en: `business days ${clock}` } : { ja: clock, en: clock };
  const { ja, en } = { ja: `${days.ja}${clock}`, en: `${days.en} ${clock}` };
  if (!skipClosed) return { ja, en };
  if (days.en === 'weekdays') return { ja: `平日の営業日${clock}`, en: `workdays ${clock}` };
  return { ja: `${ja}・営業日のみ`, en: `${en}, business days only` };
}
