import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './ready-mark.module.css';
import type { texts } from './texts.ja.ts';

/** Whether a mail can be sent: a mark and a word. */
export function ReadyMark({ ready, lacksAddress }: { ready: boolean; lacksAddress: boolean }) {
  const t = useTexts<typeof texts>('mails');
  if (ready && !lacksAddress) {
    return (
      <span className={classes.ready}>
        <Icon name="check" size={14} />
        {t('ready')}
      </span>
    );
  }
  return (
    <span className={classes.broken}>
      <Icon name="alert" size={14} />
      {t(ready ? 'lacksAddress' : 'notReady')}
    </span>
  );
}
