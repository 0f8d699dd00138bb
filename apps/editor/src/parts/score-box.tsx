import { VisuallyHidden } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import classes from './score-box.module.css';
import type { texts } from './texts.ja.ts';

/** A lead's score, as it stands beside a name. */
export function ScoreBox({ score }: { score: number }) {
  const t = useTexts<typeof texts>('parts');
  return (
    <b className={classes.box}>
      <VisuallyHidden>{t('score')} </VisuallyHidden>
      {score}
    </b>
  );
}
