import { useTexts } from '../language/use-texts.ts';
import classes from './state-chip.module.css';
import type { texts } from './texts.ja.ts';

/** A journey's state: a mark and a word, with the version where it is live. */
export function StateChip({
  state,
  version,
}: {
  state: 'draft' | 'live' | 'paused' | 'stopped';
  version?: number | undefined;
}) {
  const t = useTexts<typeof texts>('parts');
  return (
    <span className={`${classes.chip} ${classes[state]}`}>
      <i aria-hidden="true" />
      {t(`state.${state}`)}
      {state === 'live' && version !== undefined && ` v${version}`}
    </span>
  );
}
