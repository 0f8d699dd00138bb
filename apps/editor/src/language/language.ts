import { type Language, languages } from '@sodate/journey/text';
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** The same key as in public/colour-scheme.js. */
const storageKey = 'sodate-language';

type AreaTexts = Readonly<Record<string, string>>;

const files = import.meta.glob<{ texts: AreaTexts }>('../*/texts.*.ts');

/** Loads an area's texts, in the language in use only, when its first screen opens. */
const areaTexts: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (...[language, area, done]) => {
    const load = files[`../${area}/texts.${language}.ts`];
    if (load === undefined) return done(new Error(`no texts for ${area} in ${language}`), false);
    load().then(
      ({ texts }) => done(null, texts),
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
  await i18next
    .use(areaTexts)
    .use(initReactI18next)
    .init({
      lng: startingLanguage(),
      supportedLngs: [...languages],
      fallbackLng: false,
      ns: ['frame', 'parts'],
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
    });
}

/** Switches every screen at once; the choice is kept on this machine. */
export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  if (i18next.language !== language) await i18next.changeLanguage(language);
}
