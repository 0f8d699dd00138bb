import classes from './score-box.module.css';

/** A lead's score, as it stands beside a name. */
export function ScoreBox({ score }: { score: number }) {
  return <b className={classes.box}>{score}</b>;
}
