import type { ReactNode } from 'react';
import classes from './operations.module.css';
import { Standing, type Tone } from './standing.tsx';

/** One thing, how it stands, and below it how to mend it. */
export function Line({
  name,
  tone,
  word,
  detail,
  mend,
}: {
  name: ReactNode;
  tone: Tone;
  word: ReactNode;
  detail?: ReactNode;
  /** What to do; said only where something is wrong. */
  mend?: ReactNode;
}) {
  return (
    <li className={classes.line}>
      <span className={classes.name}>{name}</span>
      <Standing tone={tone}>{word}</Standing>
      {detail !== undefined && <small className={classes.detail}>{detail}</small>}
      {mend !== undefined && <p className={classes.mend}>{mend}</p>}
    </li>
  );
}
