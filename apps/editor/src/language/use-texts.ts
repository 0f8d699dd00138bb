import type { Language } from '@sodate/journey/text';
import { formatNumber } from './format-number.ts';
import { translatorOf } from './language.ts';
import { useLanguage } from './use-language.ts';

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
  const language = useLanguage();
  return translateOf({ area, language });
}

/** Takes the keys of any area: which area's they are is said by the caller of `useTexts`. */
type TranslateAny = (key: string, values?: Values) => string;

const known = new Map<string, TranslateAny>();

/** One function for all parts of an area: a form or a canvas has hundreds of them. */
function translateOf({ area, language }: { area: string; language: Language }): TranslateAny {
  const key = `${language}/${area}`;
  const translate = known.get(key) ?? makeTranslate({ area, language });
  known.set(key, translate);
  return translate;
}

function makeTranslate({ area, language }: { area: string; language: Language }): TranslateAny {
  const translate = translatorOf({ area, language });
  return (key, values) => {
    if (values === undefined) return translate(key);
    const { count } = values;
    const replace = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, formatValue({ value, language })]),
    );
    return translate(key, { replace, ...(typeof count === 'number' ? { count } : {}) });
  };
}

function formatValue({ value, language }: { value: string | number; language: Language }): string {
  return typeof value === 'number' ? formatNumber({ value, language }) : value;
}
