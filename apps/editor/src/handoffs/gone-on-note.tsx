import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { goneOn } from './gone-on.ts';
import type { Brief } from './inbox-types.ts';
import classes from './stuck-note.module.css';
import type { texts } from './texts.ja.ts';

/** Says that the journey waits for this hand-off no more, and where it is. */
export function GoneOnNote({ brief }: { brief: Brief }) {
  const t = useTexts<typeof texts>('handoffs');
  const text = useText();
  const now = goneOn(brief);
  if (now === undefined) return null;
  const journey = brief.journey?.name ?? '';
  return (
    <div className={`${classes.note} ${classes.told}`} role="status">
      <Icon name="journey" />
      <p>
        <b>{t('goneOn', { journey })}</b>
        <span className={classes.words}>
          {now.kind === 'ended' ? t('goneOn.ended') : t('goneOn.to', { node: text(now.to.title) })}
        </span>
      </p>
    </div>
  );
}
