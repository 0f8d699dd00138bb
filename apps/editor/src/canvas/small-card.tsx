import type { NodeId } from '@sodate/journey/id';
import type { NodeHandle } from '@xyflow/react';
import { useCounts } from '../journeys/counts-context.ts';
import { useJourney, useNode } from '../journeys/journey-context.ts';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { canvasIcons } from './canvas-icons.ts';
import { useChangedNodes } from './changed-context.ts';
import type { Detail } from './detail-context.ts';
import classes from './small-card.module.css';
import type { texts } from './texts.ja.ts';
import { useCardProblem } from './use-card-problem.ts';

/** A card seen from afar: its tile with the number of leads there, or its family's shape alone. */
export function SmallCard({
  node: id,
  detail,
  handles,
}: {
  node: NodeId;
  detail: Exclude<Detail, 'full'>;
  handles: readonly NodeHandle[];
}) {
  const t = useTexts<typeof texts>('canvas');
  const text = useText();
  const { number } = useFormats();
  const node = useNode(id);
  const { types, state } = useJourney();
  const counts = useCounts();
  const { isError } = useCardProblem(id);
  const changed = useChangedNodes().has(id);
  const described = types.get(node?.type ?? '');
  const family = described?.family ?? 'data';
  const title = node?.title ?? (described === undefined ? (node?.type ?? '') : text(described.title));
  const count = counts?.nodes[id];
  const shown = described?.isTrigger === true || family === 'end' ? count?.total : count?.here;
  return (
    <article
      className={classes.card}
      data-detail={detail}
      data-family={family}
      data-problem={isError || undefined}
      data-stuck={(count?.stuck ?? 0) > 0 || undefined}
      data-changed={changed || undefined}
      data-paused={state === 'paused' || undefined}
      aria-label={t('cardName', { family: t(`family-${family}`), title, summary: '' })}
      title={title}
    >
      {detail === 'tile' && (
        <>
          <FamilyTile family={family} icon={described?.icon ?? canvasIcons.unknown} size="lg" />
          {counts === undefined ? <b className={classes.title}>{title}</b> : <b>{number(shown ?? 0)}</b>}
        </>
      )}
      {detail === 'shape' && <i className={classes.shape} />}
      <HandlePlaces handles={handles} />
    </article>
  );
}

/** React Flow looks for a card's handles as it first sees it, and draws no edge to a card without: these stand for them. */
function HandlePlaces({ handles }: { handles: readonly NodeHandle[] }) {
  return handles.map(({ id, type, position, x, y, width, height }) => (
    <span
      key={`${type}/${id}`}
      className={`${classes.handlePlace} ${type}`}
      data-handleid={id}
      data-handlepos={position}
      style={{ left: x, top: y, width, height }}
    />
  ));
}
