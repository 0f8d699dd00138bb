import { useJourney } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import { useIsWide } from '../parts/use-is-wide.ts';
import classes from './right-note.module.css';
import type { texts } from './texts.ja.ts';

/** For those who may not draw all of it: what they may, and whom to ask. On a phone nobody draws. */
export function RightNote() {
  const t = useTexts<typeof texts>('canvas');
  const { right } = useJourney();
  if (!useIsWide() || right === 'all') return null;
  return <p className={classes.note}>{t(right === 'sales' ? 'salesOnly' : 'readOnly')}</p>;
}
