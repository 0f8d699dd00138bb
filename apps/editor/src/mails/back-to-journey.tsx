import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './mail-editor.module.css';
import type { texts } from './texts.ja.ts';

/** The way back to the journey that the mail is written for. */
export function BackToJourney({ journey }: { journey: string }) {
  const t = useTexts<typeof texts>('mails');
  return (
    <Link to="/journeys/$journey" params={{ journey }} className={classes.back ?? ''}>
      <Icon name="left" size={14} />
      {t('backToJourney')}
    </Link>
  );
}
