import type { Text } from '@sodate/journey/text';
import { useCallback } from 'react';
import { useLanguage } from './use-language.ts';

/** Picks the wording of a `Text` from the server in the language in use. */
export function useText(): (text: Text) => string {
  const language = useLanguage();
  return useCallback((text) => text[language], [language]);
}
