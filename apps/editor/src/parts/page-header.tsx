import type { ReactNode } from 'react';
import classes from './page-header.module.css';

/**
 * A screen's title with what stands around it: `above` (a date, the way back), `help` below, `face` before both (whose
 * page it is), actions at the right.
 * `name` is the title as plain text for the browser's tab, where `title` is not one.
 */
export function PageHeader({
  title,
  name,
  above,
  help,
  face,
  children,
}: {
  title: ReactNode;
  name?: string;
  above?: ReactNode;
  help?: ReactNode;
  face?: ReactNode;
  children?: ReactNode;
}) {
  const plain = name ?? (typeof title === 'string' ? title : undefined);
  return (
    <header className={classes.header}>
      <title>{plain === undefined ? 'Sodate' : `${plain} | Sodate`}</title>
      <div className={classes.words}>
        {above !== undefined && <div className="muted">{above}</div>}
        <div className={classes.named}>
          {face}
          <div>
            <h1 className={classes.title}>{title}</h1>
            {help !== undefined && <p className={classes.help}>{help}</p>}
          </div>
        </div>
      </div>
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </header>
  );
}
