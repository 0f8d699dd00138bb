import { Loader } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import classes from './pending-screen.module.css';
import type { texts } from './texts.ja.ts';

/** In place of a screen that is on its way. */
export function PendingScreen() {
  const t = useTexts<typeof texts>('parts');
  return (
    <div className={classes.pending} role="status" aria-label={t('table.loading')}>
      <Loader size="sm" />
    </div>
  );
}
