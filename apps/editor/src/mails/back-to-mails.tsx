import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './mail-editor.module.css';
import type { texts } from './texts.ja.ts';

/** The way back to the list. */
export function BackToMails() {
  const t = useTexts<typeof texts>('mails');
  return (
    <Link to="/mails" className={classes.back ?? ''}>
      <Icon name="left" size={14} />
      {t('back')}
    </Link>
  );
}
