import { endOf } from './end-of.ts';
import classes from './middle-cut.module.css';

/** One line that, where it lacks room, is cut before its last letters: two that begin alike often differ there. */
export function MiddleCut({ words }: { words: string }) {
  const { start, end, em } = endOf(words);
  if (end === '') return words;
  return (
    <>
      <span className={classes.start} style={{ maxWidth: `calc(100% - ${em}em)` }}>
        {start}
      </span>
      <span className={classes.end}>{end}</span>
    </>
  );
}
