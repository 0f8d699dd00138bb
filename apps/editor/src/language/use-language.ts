import type { Language } from '@sodate/journey/text';
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';

/** The language in use; the component is drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onSwitched, currentLanguage, currentLanguage);
}

function onSwitched(tell: () => void): () => void {
  i18next.on('languageChanged', tell);
  return () => i18next.off('languageChanged', tell);
}

function currentLanguage(): Language {
  return i18next.language as Language;
}
