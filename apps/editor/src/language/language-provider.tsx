import i18next from 'i18next';
import { type ReactNode, useSyncExternalStore } from 'react';
import { currentLanguage } from './language.ts';
import { LanguageContext } from './use-language.ts';

/** Follows the language in use, for all parts at once: each by itself, a canvas would watch it hundreds of times. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const language = useSyncExternalStore(onSwitched, currentLanguage, currentLanguage);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

function onSwitched(tell: () => void): () => void {
  i18next.on('languageChanged', tell);
  return () => i18next.off('languageChanged', tell);
}
