import type { Weekday } from '@sodate/journey/time/wait-spec';
import { useLanguage } from '../language/use-language.ts';

/** Short names of weekdays: 「月」, "Mon". 1 is Monday. */
export function useDayNames(): (day: Weekday) => string {
  const language = useLanguage();
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  // 5 January 1970 was a Monday.
  return (day) => format.format(Date.UTC(1970, 0, 4 + day));
}
