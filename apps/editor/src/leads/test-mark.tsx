import { useTexts } from '../language/use-texts.ts';
import classes from './test-mark.module.css';
import type { texts } from './texts.ja.ts';

/** Marks a test lead: counted apart, left out of reports. */
export function TestMark() {
  const t = useTexts<typeof texts>('leads');
  return <small className={classes.mark}>{t('test')}</small>;
}
