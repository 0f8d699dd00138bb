import { type Language, languages } from '@sodate/journey/text';
import i18next, { type BackendModule } from 'i18next';

/** The same key as in public/colour-scheme.js. */
const storageKey = 'sodate-language';

const files = {
  ja: () => import('./japanese-texts.ts').then(({ japaneseTexts }) => japaneseTexts),
  en: () => import('./english-texts.ts').then(({ englishTexts }) => englishTexts),
} as const satisfies Readonly<Record<Language, unknown>>;

/** Gives an area's texts; those of the language in use are loaded all at once. */
const areaTexts: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (...[language, area, done]) => {
    files[language as Language]().then(
      (areas) => {
        const texts = areas[`../${area}/texts.${language}.ts`];
        if (texts === undefined) done(new Error(`no texts for ${area} in ${language}`), false);
        else done(null, texts);
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), false),
    );
  },
};

/** What was chosen on this machine, else what the browser asks for. */
export function startingLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  if (languages.includes(stored as Language)) return stored as Language;
  return navigator.language.startsWith('ja') ? 'ja' : 'en';
}

export async function startLanguage(): Promise<void> {
  await i18next.use(areaTexts).init({
    lng: startingLanguage(),
    supportedLngs: [...languages],
    fallbackLng: false,
    ns: ['frame', 'parts'],
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
}

const loads = new Map<string, Promise<void>>();

/**
 * Resolves once the area's texts are there. Always the same promise, also when they are: React, taking up a part where it
 * waited, expects it to ask for the same again.
 */
export function loadArea({ area, language }: { area: string; language: Language }): Promise<void> {
  const key = `${language}/${area}`;
  const load = loads.get(key) ?? (i18next.hasResourceBundle(language, area) ? arrived() : i18next.loadNamespaces(area));
  loads.set(key, load);
  return load;
}

/** As React marks a promise that has resolved: nobody waits for it, not even for a moment. */
function arrived(): Promise<void> {
  return Object.assign(Promise.resolve(), { status: 'fulfilled', value: undefined });
}

/** i18next types its keys globally; ours are typed by area, by the caller of `useTexts`. */
export function translatorOf({ area, language }: { area: string; language: Language }) {
  return i18next.getFixedT(language, area) as unknown as (key: string, options?: object) => string;
}

/** Switches every screen at once; the choice is kept on this machine. */
export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  if (i18next.language !== language) await i18next.changeLanguage(language);
}
