import type { ReactNode } from 'react';
import classes from './empty-state.module.css';
import { Icon, type IconName } from './icon.tsx';
import { Mark } from './mark.tsx';

/** What a place says while there is nothing in it yet: what will stand here, and what to do. Actions as children. */
export function EmptyState({
  title,
  help,
  icon,
  children,
}: {
  title: ReactNode;
  help?: ReactNode;
  icon?: IconName;
  children?: ReactNode;
}) {
  return (
    <div className={classes.empty}>
      <span className={classes.icon}>{icon === undefined ? <Mark size={36} /> : <Icon name={icon} size={28} />}</span>
      <h2 className={classes.title}>{title}</h2>
      {help !== undefined && <p className={classes.help}>{help}</p>}
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
