import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What an English file may hold beside the Japanese keys: `KEY_one`, used where `count` is 1. */
export type EnglishTexts<Japanese> = Readonly<Record<keyof Japanese, string>> & {
  readonly [Key in `${keyof Japanese & string}_one`]?: string;
};

export type Values = Readonly<Record<string, string | number>>;

/** Gives a text of the area with `{{values}}` filled in. Numbers are grouped: 1,284. Give a year as a string. */
export type Translate<Texts> = (key: keyof Texts & string, values?: Values) => string;

/**
 * The texts of an area: the folder of apps/editor/src whose `texts.ja.ts` and `texts.en.ts` hold them.
 * `const t = useTexts<typeof texts>('leads')` with `import type { texts } from './texts.ja.ts'`.
 */
export function useTexts<Texts>(area: string): Translate<Texts> {
  const { t, i18n } = useTranslation(area);
  const translate = asPlainTranslate(t);
  const { language } = i18n;
  return useCallback(
    (key, values) => {
      if (values === undefined) return translate(key);
      const { count } = values;
      const replace = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, formatValue({ value, language })]),
      );
      return translate(key, { replace, ...(typeof count === 'number' ? { count } : {}) });
    },
    [translate, language],
  );
}

function formatValue({ value, language }: { value: string | number; language: string }): string {
  return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
}

/** i18next types its keys globally; ours are typed by area, by the caller of `useTexts`. */
function asPlainTranslate(t: unknown): (key: string, options?: object) => string {
  return t as (key: string, options?: object) => string;
}
