import type { Family, Outcome } from '@sodate/journey/graph/node-contract';
import type { NodeId } from '@sodate/journey/id';
import type { MouseEvent } from 'react';
import { useCounts } from '../journeys/counts-context.ts';
import { useJourney } from '../journeys/journey-context.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import type { PeopleScope } from '../stores/canvas/create-canvas-store.ts';
import { FamilyFigure } from './family-figure.tsx';
import classes from './node-card.module.css';
import type { texts } from './texts.ja.ts';

/** The numbers at a card's foot; they lead to the people. Empty while nothing has been published. */
export function CardFoot({
  node,
  family,
  isTrigger,
  outcomes,
}: {
  node: NodeId;
  family: Family;
  isTrigger: boolean;
  outcomes: readonly Outcome[];
}) {
  const isEnd = family === 'end';
  const t = useTexts<typeof texts>('canvas');
  const { canvas, state } = useJourney();
  const { number } = useFormats();
  const counts = useCounts();
  if (counts === undefined) return null;
  const count = counts.nodes[node] ?? {
    here: 0,
    stuck: 0,
    total: 0,
    testHere: 0,
    testStuck: 0,
    testTotal: 0,
    retrying: 0,
  };
  const showPeople = (people: PeopleScope) => (event: MouseEvent) => {
    event.stopPropagation();
    canvas.select([node]);
    canvas.openPanel({ kind: 'node', tab: 'people', people });
  };
  return (
    <p className={classes.foot}>
      {!isTrigger && !isEnd && (
        <button
          type="button"
          className={`${classes.resting} nodrag`}
          data-none={count.here === 0 || undefined}
          onClick={showPeople('open')}
          aria-label={t('hereLong', { count: count.here })}
          tabIndex={-1}
        >
          {state === 'paused' && <Icon name="pause" size={11} />}
          {t('here')} <b>{number(count.here)}</b>
        </button>
      )}
      <span>
        {t(isEnd ? 'reached' : 'total')} <b>{number(count.total)}</b>
      </span>
      {count.testHere + count.testTotal > 0 && count.testStuck === 0 && (
        <span className={classes.test}>{t('test', { count: Math.max(count.testHere, count.testTotal) })}</span>
      )}
      {count.testStuck > 0 && (
        <button
          type="button"
          className={`${classes.test} nodrag`}
          title={t('testStuckLong', { count: count.testStuck })}
          onClick={showPeople('stuck')}
          tabIndex={-1}
        >
          <Icon name="alert" size={12} />
          {t('testStuck', { count: count.testStuck })}
        </button>
      )}
      {count.stuck === 0 && count.retrying > 0 && (
        <button
          type="button"
          className={`${classes.retrying} nodrag`}
          title={t('retryingLong', { count: count.retrying })}
          onClick={showPeople('open')}
          tabIndex={-1}
        >
          <Icon name="history" size={12} />
          {t('retrying', { count: count.retrying })}
        </button>
      )}
      {count.stuck === 0 && count.retrying === 0 && !(state === 'paused' && family === 'wait') && (
        <FamilyFigure
          family={family}
          figures={counts.figures[node]}
          outcomes={outcomes}
          total={isEnd ? count.total : 0}
          entered={isEnd ? counts.entered : 0}
        />
      )}
      {count.stuck > 0 && (
        <button
          type="button"
          className={`${classes.stuck} nodrag`}
          title={t('stuckLong', { count: count.stuck })}
          onClick={showPeople('stuck')}
          tabIndex={-1}
        >
          <Icon name="alert" size={12} />
          <b>{t('people', { count: count.stuck })}</b>
        </button>
      )}
    </p>
  );
}
