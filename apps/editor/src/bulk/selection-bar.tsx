import type { ReactNode } from 'react';
import { useTexts } from '../language/use-texts.ts';
import classes from './bulk.module.css';
import type { texts } from './texts.ja.ts';
import type { Selection } from './use-selection.ts';

/** How many are picked, the way to all that match, and what can be done with them (children). */
export function SelectionBar({
  selection,
  total,
  children,
}: {
  selection: Selection;
  /** How many match the filter. */
  total: number;
  children: ReactNode;
}) {
  const t = useTexts<typeof texts>('bulk');
  const count = selection.all ? total : selection.picked.size;
  // Nothing is picked, and there is nothing that could be picked from here.
  if (count === 0 && total === 0) return null;
  return (
    <section className={classes.bar} aria-label={t('bar')}>
      <p className={classes.count} aria-live="polite">
        {count === 0 ? t('none') : t('picked', { count })}
      </p>
      {!selection.all && total > selection.picked.size && (
        <button type="button" className="link" onClick={selection.pickAll}>
          {t('all', { count: total })}
        </button>
      )}
      {count > 0 && (
        <button type="button" className="link" onClick={selection.clear}>
          {t('clear')}
        </button>
      )}
      {count > 0 && <div className={classes.acts}>{children}</div>}
    </section>
  );
}
