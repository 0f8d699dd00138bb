import { useMemo } from 'react';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

/** What React Flow's own buttons are called, which it words in English alone. */
export function useControlLabels() {
  const t = useTexts<typeof texts>('canvas');
  return useMemo(
    () => ({
      'controls.ariaLabel': t('tools'),
      'controls.zoomIn.ariaLabel': t('zoomIn'),
      'controls.zoomOut.ariaLabel': t('zoomOut'),
      'controls.fitView.ariaLabel': t('fit'),
    }),
    [t],
  );
}
