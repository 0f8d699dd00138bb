import type { Text } from '@sodate/journey/text';

/** Parts of a summary, joined as each language does: 「平日 9:00・相手の時刻」, "9:00 on weekdays, lead’s time". Empty parts are left out. */
export function wordList(parts: readonly (Text | undefined)[]): Text {
  const said = parts.filter((part) => part !== undefined && part.ja !== '');
  return {
    ja: said.map((part) => part?.ja).join('・'),
    en: said.map((part) => part?.en).join(', '),
  };
}
