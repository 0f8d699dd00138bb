import type { ReactNode } from 'react';
import classes from './page.module.css';

/** The ground of an ordinary screen. `narrow` for forms and reading. */
export function Page({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return <div className={narrow ? `${classes.page} ${classes.narrow}` : classes.page}>{children}</div>;
}
