import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

/**
 * A panel that answers one question. `aside` stands small beside the title, `children` below; `actions` at the right
 * of the head. `tone` 'danger' outlines what waits for a person.
 */
export function Panel({
  title,
  aside,
  count,
  actions,
  tone,
  children,
}: {
  title: ReactNode;
  aside?: ReactNode;
  count?: number;
  actions?: ReactNode;
  tone?: 'danger';
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={tone === 'danger' ? `${classes.panel} ${classes.danger}` : classes.panel} aria-labelledby={id}>
      <header className={classes.head}>
        <h2 className={classes.title} id={id}>
          {title}
          {count !== undefined && <span className={classes.count}>{count}</span>}
          {aside !== undefined && <small>{aside}</small>}
        </h2>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}
