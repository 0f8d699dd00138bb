import type { Text } from '@sodate/journey/text';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

/** Words what gave points: its title, and how often where it was more than once. */
export function useReason(): (reason: { readonly title: Text; readonly times: number } | null) => string {
  const t = useTexts<typeof texts>('handoffs');
  const text = useText();
  return (reason) => {
    if (reason === null) return '';
    const title = text(reason.title);
    return reason.times > 1 ? t('times', { title, count: reason.times }) : title;
  };
}
