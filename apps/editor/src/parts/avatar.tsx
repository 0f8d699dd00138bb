import classes from './avatar.module.css';

/** The first letter of a name in a disc; decoration beside the name. */
export function Avatar({ name, size = 28 }: { name: string; size?: number }) {
  return (
    <span className={classes.avatar} style={{ width: size, height: size }} aria-hidden="true">
      {[...name.trim()][0] ?? ''}
    </span>
  );
}
