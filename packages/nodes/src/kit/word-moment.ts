import type { Text } from '@sodate/journey/text';
import type { Moment } from '@sodate/journey/time/wait-spec';
import { wordWeekdays } from './word-weekdays.ts';

/**
 * A moment in words: 「平日 9:00」「営業日 9:00」, "9:00 on weekdays", "9:00 on business days"; every day is not said. As the
 * `next` of its kind, in English: "9:00 on a weekday". Where the calendar opens on `weekends`, the weekdays among its
 * business days are told from all of them; else they are the same.
 */
export function wordMoment(
  { time, weekdays, skipClosed }: Moment,
  { next = false, weekends = false }: { next?: boolean; weekends?: boolean } = {},
): Text {
  const clock = time.replace(/^0(?=\d)/, '');
  const chosen = wordWeekdays(weekdays);
  const days = skipClosed && !weekends && chosen?.en === 'weekdays' ? undefined : chosen;
  if (days === undefined && !skipClosed) return { ja: clock, en: clock };
  if (days === undefined)
    return { ja: `営業日 ${clock}`, en: `${clock} on ${next ? 'a business day' : 'business days'}` };
  const en = `${clock} on ${next ? days.enNext : days.en}`;
  if (!skipClosed) return { ja: `${days.ja} ${clock}`, en };
  if (days.en === 'weekdays')
    return { ja: `平日の営業日 ${clock}`, en: `${clock} on ${next ? 'a workday' : 'workdays'}` };
  return { ja: `営業日(${days.jaShort}) ${clock}`, en: `${en}, business days only` };
}
