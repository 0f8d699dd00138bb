import { asInstant } from '@sodate/journey/time/instant';
import { canvasIcons } from '../canvas/canvas-icons.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { IconPath } from '../parts/icon.tsx';
import { useDraft } from './journey-context.ts';
import type { texts } from './texts.ja.ts';
import classes from './top-bar.module.css';

/** Says "saved" only when the server has everything, and "kept here" while it is away. */
export function SavedState() {
  const t = useTexts<typeof texts>('journeys');
  const { clock } = useFormats();
  const waiting = useDraft(({ pending }) => pending.length);
  const online = useDraft((state) => state.online);
  const savedAt = useDraft((state) => state.savedAt);
  return (
    <span className={classes.quiet} role="status" data-away={!online || undefined}>
      <IconPath path={online ? canvasIcons.cloud : canvasIcons.cloudOff} />
      {wording()}
    </span>
  );

  function wording(): string {
    if (!online) return waiting > 0 ? t('keptHere', { count: waiting }) : t('away');
    return waiting > 0 ? t('saving') : t('saved', { time: clock(asInstant(savedAt)) });
  }
}
