import { Button } from '@mantine/core';
import { canvasIcons } from '../canvas/canvas-icons.ts';
import { useTexts } from '../language/use-texts.ts';
import { IconPath } from '../parts/icon.tsx';
import type { texts } from './texts.ja.ts';
import { useStartTrial } from './use-start-trial.ts';

/** Leads from the canvas to the trial. */
export function TryButton() {
  const t = useTexts<typeof texts>('trial');
  const start = useStartTrial();
  return (
    <Button variant="subtle" color="idle" leftSection={<IconPath path={canvasIcons.play} />} onClick={start}>
      {t('try')}
    </Button>
  );
}
