import type { ReactNode } from 'react';
import { Mark } from './mark.tsx';
import classes from './plain-page.module.css';

/** A screen without navigation, before anybody is signed in: the mark, and one card. */
export function PlainPage({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return (
    <main className={classes.page}>
      <div className={wide ? `${classes.card} ${classes.wide}` : classes.card}>
        <p className={classes.brand}>
          <Mark />
          <b>Sodate</b>
        </p>
        {children}
      </div>
    </main>
  );
}
