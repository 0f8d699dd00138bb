import { Button } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import classes from './data-table.module.css';
import type { texts } from './texts.ja.ts';
import type { Paging } from './use-paging.ts';

/** The way to the pages before and after this one. */
export function Pages({ paging, next }: { paging: Paging; next: string | undefined }) {
  const t = useTexts<typeof texts>('parts');
  return (
    <nav className={classes.pages} aria-label={t('table.pages')}>
      <Button size="xs" variant="default" disabled={paging.page === 1} onClick={paging.toPrevious}>
        {t('table.previous')}
      </Button>
      <span aria-live="polite">{t('table.page', { page: paging.page })}</span>
      <Button
        size="xs"
        variant="default"
        disabled={next === undefined}
        onClick={() => next !== undefined && paging.toNext(next)}
      >
        {t('table.next')}
      </Button>
    </nav>
  );
}
