import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './ready-mark.module.css';
import type { texts } from './texts.ja.ts';

/** Whether a mail can be sent: a mark and a word. */
export function ReadyMark({
  ready,
  lacksAddress,
  isSample = false,
}: {
  ready: boolean;
  lacksAddress: boolean;
  isSample?: boolean;
}) {
  const t = useTexts<typeof texts>('mails');
  if (ready && !lacksAddress && isSample) {
    return (
      <span className={classes.sample}>
        <Icon name="form" size={14} />
        {t('stillSample')}
      </span>
    );
  }
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
