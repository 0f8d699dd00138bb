import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './score-badge.module.css';
import type { texts } from './texts.ja.ts';

/** A score, marked with a word where it is hot. */
export function ScoreBadge({ score, hotAt }: { score: number; hotAt: number | undefined }) {
  const t = useTexts<typeof texts>('leads');
  const formats = useFormats();
  const hot = hotAt !== undefined && score >= hotAt;
  return (
    <span className={hot ? `${classes.score} ${classes.hot}` : classes.score}>
      {hot && <small>{t('hot')}</small>}
      <b>{formats.number(score)}</b>
    </span>
  );
}
