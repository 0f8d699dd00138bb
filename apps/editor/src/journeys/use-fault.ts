import type { ListedJourney } from '@sodate/services/journey/list-journeys';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

/** What keeps a journey's leads from going on as drawn, in words; undefined where nothing does. */
export function useFault({
  stuck,
  missingTypes,
  unclear,
}: Pick<ListedJourney, 'stuck' | 'missingTypes' | 'unclear'>): string | undefined {
  const t = useTexts<typeof texts>('journeys');
  if (missingTypes.length > 0) return t('missingTypes', { types: missingTypes.join(' · ') });
  if (stuck > 0) return t('stuck', { count: stuck });
  return unclear > 0 ? t('unclear', { count: unclear }) : undefined;
}
