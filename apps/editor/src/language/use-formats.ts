import { formatSpan } from '@sodate/journey/time/format-span';
import { asInstant, type Instant } from '@sodate/journey/time/instant';
import type { Zone } from '@sodate/journey/time/wait-spec';
import { useMemo } from 'react';
import { useSession } from '../server/use-session.ts';
import { formatClock, formatDate, formatDateTime } from './format-date.ts';
import { formatNumber, formatPercent } from './format-number.ts';
import { useLanguage } from './use-language.ts';

export interface Formats {
  /** 「11/24(火)」, in the organisation's zone. */
  date(at: Instant): string;
  /** The same with its year always, for what is kept and read later. */
  fullDate(at: Instant): string;
  /** The same for a day without a time: "2026-11-24". */
  day(date: string): string;
  /** 「9:00」 */
  clock(at: Instant): string;
  /** 「11/24(火) 9:00」 */
  dateTime(at: Instant): string;
  /** 「2時間10分」 */
  span(spanMs: number): string;
  /** 1,284 */
  number(value: number): string;
  /** 0.234 → 23% */
  percent(share: number): string;
}

/** Dates, spans and numbers as the product writes them, in the language in use and the organisation's zone. */
export function useFormats(): Formats {
  return useFormatsIn({ zone: useSession().organisation.zone });
}

/** The same in a zone that is known otherwise: where nobody is signed in. */
export function useFormatsIn({ zone }: { zone: Zone }): Formats {
  const language = useLanguage();
  return useMemo(() => {
    const moment = (at: Instant) => ({ at, zone, language, now: asInstant(Date.now()) });
    return {
      date: (at) => formatDate(moment(at)),
      // As if read in another year.
      fullDate: (at) => formatDate({ ...moment(at), now: asInstant(0) }),
      day: (date) => formatDate({ ...moment(asInstant(Date.parse(date))), zone: 'UTC' }),
      clock: (at) => formatClock(moment(at)),
      dateTime: (at) => formatDateTime(moment(at)),
      span: (spanMs) => formatSpan({ spanMs, language }),
      number: (value) => formatNumber({ value, language }),
      percent: (share) => formatPercent({ share, language }),
    };
  }, [language, zone]);
}
