import { useJourney } from '../journeys/journey-context.ts';
import type { texts } from '../journeys/texts.ja.ts';
import { useTexts } from '../language/use-texts.ts';
import { useIsWide } from '../parts/use-is-wide.ts';
import classes from './right-note.module.css';

/** For those who may not draw all of it: what they may, and whom to ask. On a phone nobody draws. */
export function RightNote() {
  const t = useTexts<typeof texts>('journeys');
  const { right } = useJourney();
  if (!useIsWide() || right === 'all') return null;
  return <p className={classes.note}>{t(right === 'sales' ? 'salesOnly' : 'readOnly')}</p>;
}
