import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './held-mark.module.css';
import type { texts } from './texts.ja.ts';

/** On the top edge of a card whose leads are held. */
export function HeldMark() {
  const t = useTexts<typeof texts>('canvas');
  return (
    <span className={classes.mark}>
      <Icon name="pause" size={11} />
      {t('held')}
    </span>
  );
}
