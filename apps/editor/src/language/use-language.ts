import type { Language } from '@sodate/journey/text';
import { createContext, use } from 'react';
import { currentLanguage } from './language.ts';

export const LanguageContext = createContext<Language | undefined>(undefined);

/** The language in use; the component is drawn again when it changes. */
export function useLanguage(): Language {
  return use(LanguageContext) ?? currentLanguage();
}
