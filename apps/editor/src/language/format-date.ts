import type { Language } from '@sodate/journey/text';
import type { Instant } from '@sodate/journey/time/instant';
import type { Zone } from '@sodate/journey/time/wait-spec';

export interface Moment {
  readonly at: Instant;
  readonly zone: Zone;
  readonly language: Language;
  /** A date of another year than now's shows its year. */
  readonly now: Instant;
}

/** 「11/24(火)」 "Tue 24 Nov"; of another year 「2027/1/4(月)」 "Mon 4 Jan 2027". */
export function formatDate({ at, zone, language, now }: Moment): string {
  const date = partsOf({ at, zone, language });
  const withYear = date.year !== partsOf({ at: now, zone, language }).year;
  if (language === 'ja') return `${withYear ? `${date.year}/` : ''}${date.month}/${date.day}(${date.weekday})`;
  return `${date.weekday} ${date.day} ${date.month}${withYear ? ` ${date.year}` : ''}`;
}

/** 「9:00」, 24 hours. */
export function formatClock({ at, zone, language }: Omit<Moment, 'now'>): string {
  const { hour, minute } = partsOf({ at, zone, language });
  return `${Number(hour) % 24}:${minute}`;
}

/** 「11/24(火) 9:00」 "Tue 24 Nov, 9:00". */
export function formatDateTime(moment: Moment): string {
  return `${formatDate(moment)}${moment.language === 'ja' ? ' ' : ', '}${formatClock(moment)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf({ zone, language }: { zone: Zone; language: Language }): Intl.DateTimeFormat {
  const key = `${language} ${zone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: language === 'ja' ? 'numeric' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(key, made);
  return made;
}

function partsOf({ at, zone, language }: Omit<Moment, 'now'>): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const parts = formatOf({ zone, language }).formatToParts(at);
  const values = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  // Japanese parts of a number carry no unit here, English "Sept" is cut to three letters as the other months are.
  return { ...values, ...(language === 'en' && values.month ? { month: values.month.slice(0, 3) } : {}) };
}
