import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

/** Several of our people in a row, each addressed as one does. */
export function useNames(): (names: readonly string[]) => string {
  const t = useTexts<typeof texts>('handoffs');
  return (names) => names.map((name) => t('person', { name })).join(t('comma'));
}
