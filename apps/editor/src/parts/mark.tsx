import classes from './mark.module.css';

/** The sign of the product: a stem with two leaves. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path className={classes.stem} d="M12 21.5V11" />
      <path className={classes.leaf} d="M12 14.2c-6.2 0-8.8-3.4-8.8-8 5.6 0 8.8 2.7 8.8 8z" />
      <path className={classes.youngLeaf} d="M12 11.2c0-4.6 3-7.7 8.8-7.7 0 4.8-3.2 7.7-8.8 7.7z" />
    </svg>
  );
}
