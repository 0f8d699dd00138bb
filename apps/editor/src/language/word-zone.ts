import type { Language } from '@sodate/journey/text';
import type { Zone } from '@sodate/journey/time/wait-spec';

/** A time zone as people call it: 「日本標準時」, "Japan Standard Time". */
export function wordZone({ zone, language }: { zone: Zone; language: Language }): string {
  const word = (timeZoneName: 'longGeneric' | 'long') =>
    new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { timeZone: zone, timeZoneName })
      .formatToParts(0)
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  const generic = word('longGeneric');
  // UTC has no name that leaves the season open, as it has none.
  return generic.startsWith('GMT') ? word('long') : generic;
}
