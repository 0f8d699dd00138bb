import { type Language, languages } from '@sodate/journey/text';
import i18next, { type ResourceLanguage } from 'i18next';
import { onServer } from '../server/on-server.ts';

/** Read by the server, which sends the page in that language. The same name as in apps/api/src/server/read-language.ts. */
const cookieName = 'sodate-language';
const yearS = 365 * 24 * 60 * 60;

const files = {
  ja: () => import('./japanese-texts.ts').then(({ japaneseTexts }) => japaneseTexts),
  en: () => import('./english-texts.ts').then(({ englishTexts }) => englishTexts),
} as const satisfies Readonly<Record<Language, unknown>>;

/** The page comes in it: what was chosen on this machine, else what the browser asks for. */
export function startingLanguage(): Language {
  return languages.find((one) => one === document.documentElement.lang) ?? 'en';
}

/** To be awaited before anything is drawn: no part waits for its texts, so that none is taken away while one types in it. */
export async function startLanguage(language: Language): Promise<void> {
  await i18next.init({
    lng: language,
    supportedLngs: [...languages],
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    // All at once: taking them in one by one, it tells of each.
    resources: { [language]: await loadTexts(language) },
  });
}

/** The texts of all areas; an area is the folder of the file that holds them. */
async function loadTexts(language: Language): Promise<ResourceLanguage> {
  const areas = await files[language]();
  return Object.fromEntries(
    Object.entries(areas).map(([file, texts]) => {
      const [, area = ''] = file.split('/');
      return [area, texts];
    }),
  );
}

/** i18next types its keys globally; ours are typed by area, by the caller of `useTexts`. */
export function translatorOf({ area, language }: { area: string; language: Language }) {
  return i18next.getFixedT(language, area) as unknown as (key: string, options?: object) => string;
}

export function currentLanguage(): Language {
  return i18next.language as Language;
}

/** Switches every screen at once; the choice is kept on this machine. */
export async function switchLanguage(language: Language): Promise<void> {
  remember(language);
  if (i18next.language === language) return;
  for (const [area, texts] of Object.entries(await loadTexts(language)))
    i18next.addResourceBundle(language, area, texts);
  await i18next.changeLanguage(language);
}

function remember(language: Language): void {
  // The server draws in a person's language, and has nothing to remember it by.
  if (onServer) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we support
  document.cookie = `${cookieName}=${language}; path=/; max-age=${yearS}; samesite=lax`;
  document.documentElement.lang = language;
}
