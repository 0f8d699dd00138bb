import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './ready-mark.module.css';
import type { texts } from './texts.ja.ts';

/** Whether a mail can be sent: a mark and a word. */
export function ReadyMark({ ready }: { ready: boolean }) {
  const t = useTexts<typeof texts>('mails');
  return (
    <span className={ready ? classes.ready : classes.broken}>
      <Icon name={ready ? 'check' : 'alert'} size={14} />
      {t(ready ? 'ready' : 'notReady')}
    </span>
  );
}
