import { useTexts } from '../language/use-texts.ts';
import { BackLink } from '../parts/back-link.tsx';
import type { texts } from './texts.ja.ts';

/** The way back to the list. */
export function BackToMails() {
  const t = useTexts<typeof texts>('mails');
  return <BackLink to="/mails">{t('back')}</BackLink>;
}
