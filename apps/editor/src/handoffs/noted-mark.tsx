import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './noted-mark.module.css';
import type { texts } from './texts.ja.ts';

/** In a list: somebody wrote to its reader, who has not read it. */
export function NotedMark() {
  const t = useTexts<typeof texts>('handoffs');
  return (
    <p className={classes.mark}>
      <Icon name="bell" size={14} />
      {t('noted')}
    </p>
  );
}
