import { type Language, languages } from '@sodate/journey/text';
import i18next from 'i18next';

/** The same key as in public/colour-scheme.js. */
const storageKey = 'sodate-language';

const files = {
  ja: () => import('./japanese-texts.ts').then(({ japaneseTexts }) => japaneseTexts),
  en: () => import('./english-texts.ts').then(({ englishTexts }) => englishTexts),
} as const satisfies Readonly<Record<Language, unknown>>;

/** What was chosen on this machine, else what the browser asks for. */
export function startingLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  if (languages.includes(stored as Language)) return stored as Language;
  return navigator.language.startsWith('ja') ? 'ja' : 'en';
}

/** To be awaited before anything is drawn: no part waits for its texts, so that none is taken away while one types in it. */
export async function startLanguage(): Promise<void> {
  const language = startingLanguage();
  await i18next.init({
    lng: language,
    supportedLngs: [...languages],
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: {},
  });
  await loadTexts(language);
}

/** The texts of all areas; an area is the folder of the file that holds them. */
async function loadTexts(language: Language): Promise<void> {
  const areas = await files[language]();
  for (const [file, texts] of Object.entries(areas)) {
    const [, area = ''] = file.split('/');
    i18next.addResourceBundle(language, area, texts);
  }
}

/** i18next types its keys globally; ours are typed by area, by the caller of `useTexts`. */
export function translatorOf({ area, language }: { area: string; language: Language }) {
  return i18next.getFixedT(language, area) as unknown as (key: string, options?: object) => string;
}

/** Switches every screen at once; the choice is kept on this machine. */
export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  if (i18next.language === language) return;
  await loadTexts(language);
  await i18next.changeLanguage(language);
}
