import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import classes from './people.module.css';

/** What whoever gives hand-offs on should know first, and what can be done about it. */
export function Warning({ children }: { children: ReactNode }) {
  return (
    <div className={classes.warning} role="status">
      <Icon name="alert" />
      <div>{children}</div>
    </div>
  );
}
