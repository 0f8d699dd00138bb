import { formatSpan } from '@sodate/journey/time/format-span';
import { useLanguage } from '../language/use-language.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './sla-joints.module.css';
import type { texts } from './texts.ja.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const mostJoints = 8;

/**
 * Time left of an SLA as a row of joints, one for each business hour. `leftMs` is business time; below zero it is over
 * by that much. Orange under one hour, red when over; always with words. `apart` leaves both to the caller's grid, the
 * words large.
 */
export function SlaJoints({ totalMs, leftMs, apart }: { totalMs: number; leftMs: number; apart?: boolean }) {
  const t = useTexts<typeof texts>('parts');
  const language = useLanguage();
  const count = Math.max(1, Math.min(mostJoints, Math.ceil(totalMs / hourMs)));
  const filled = Math.max(0, Math.min(count, (leftMs / Math.max(totalMs, 1)) * count));
  const state = stateOf(leftMs);
  // A line may end after the span or before it, not within.
  const span = formatSpan({ spanMs: Math.abs(leftMs), language }).replaceAll(' ', '\u00a0');
  const wording = () => {
    if (state !== 'over') return t('sla.left', { span });
    // No open time has passed since: over, by nothing that counts.
    return leftMs > -minuteMs ? t('sla.overNow') : t('sla.over', { span });
  };
  return (
    <span className={`${classes.sla} ${classes[state]}`} data-apart={apart}>
      <span className={classes.joints} aria-hidden="true">
        {Array.from({ length: count }, (_, place) => (
          <i key={place} style={{ '--filled': `${fillOf({ filled, place }) * 100}%` } as React.CSSProperties} />
        ))}
      </span>
      <small>{wording()}</small>
    </span>
  );
}

function stateOf(leftMs: number): 'over' | 'soon' | 'open' {
  if (leftMs < 0) return 'over';
  return leftMs < hourMs ? 'soon' : 'open';
}

function fillOf({ filled, place }: { filled: number; place: number }): number {
  return Math.max(0, Math.min(1, filled - place));
}
