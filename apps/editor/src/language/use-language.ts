import type { Language } from '@sodate/journey/text';
import { useTranslation } from 'react-i18next';

/** The language in use; the component is drawn again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation('frame');
  return i18n.language as Language;
}
