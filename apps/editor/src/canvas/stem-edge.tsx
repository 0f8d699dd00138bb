import type { EdgeId } from '@sodate/journey/graph/graph';
import { passedOver } from '@sodate/journey/graph/way';
import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useCounts } from '../journeys/counts-context.ts';
import { useCanvas, useDraft, useJourney, useMayChange } from '../journeys/journey-context.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { type Detail, useDetail } from './detail-context.ts';
import type { PlacedEdge } from './lay-out.ts';
import classes from './stem-edge.module.css';
import { isShortAndStraight, pointOnStem, stemPath } from './stem-path.ts';
import { stemWidth } from './stem-width.ts';
import type { texts } from './texts.ja.ts';
import type { StemEdge as StemEdgeType } from './use-flow-elements.ts';

/** An edge: a stem as wide as its flow, the number of leads upon it, and a "+" to put a node in. */
export const StemEdge = memo(DrawnStem);

function DrawnStem(edge: EdgeProps<StemEdgeType>) {
  const { canvas, right } = useJourney();
  const t = useTexts<typeof texts>('canvas');
  const { number } = useFormats();
  const hovered = useCanvas(({ hoveredEdge }) => hoveredEdge === edge.id);
  const placed = edge.data?.placed;
  const flow = useFlow(placed);
  const near = useCanvas(
    ({ selected }) => placed !== undefined && (selected.has(placed.edge.from) || selected.has(placed.edge.to)),
  );
  const sourceType = useDraft(({ graph }) => (placed === undefined ? undefined : graph.nodes[placed.edge.from]?.type));
  const detail = useDetail();
  const merged = (placed?.also.length ?? 0) > 0;
  const mayInsert = useMayChange(sourceType) && right === 'all' && detail === 'full' && !merged;
  // React Flow gives the handle's outer edge; a stem begins and ends at the card's border.
  const via = edge.data?.via;
  const from = { x: edge.sourceX, y: edge.sourceY - 4.5 };
  const to = { x: edge.targetX, y: edge.targetY + 4.5 };
  const stem = via === undefined ? { from, to } : { from, to, via };
  const middle = pointOnStem({ stem, share: 0.5 });
  const path = stemPath(stem);
  const beside = isShortAndStraight(stem);
  const shown = hovered || edge.selected === true;
  const tone = edge.selected === true ? classes.chosen : near && classes.near;
  return (
    <>
      <g>
        <path className={`${classes.stem} ${tone || ''}`} d={path} strokeWidth={flow.width * magnified[detail]} />
        <path className={classes.hit} d={path} />
      </g>
      {detail === 'full' && (
        <EdgeLabelRenderer>
          {flow.count !== undefined && !shown && (
            <span
              className={`${classes.count} ${beside ? classes.beside : ''}`}
              data-near={near || undefined}
              style={{
                transform: `translate(${beside ? '6px' : '-50%'}, -50%) translate(${middle.x}px, ${middle.y}px)`,
              }}
            >
              {number(flow.count)}
            </span>
          )}
          {mayInsert && (
            <button
              type="button"
              className={`${classes.insert} nodrag nopan`}
              data-shown={shown || undefined}
              style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}
              tabIndex={-1}
              aria-label={t('insertHere')}
              title={t('insertHere')}
              onClick={(event) => {
                event.stopPropagation();
                const spot = { kind: 'edge', edge: edge.id as EdgeId } as const;
                canvas.openPalette({ screen: { x: event.clientX + 12, y: event.clientY - 20 }, spot });
              }}
            >
              <Icon name="plus" size={14} />
            </button>
          )}
        </EdgeLabelRenderer>
      )}
    </>
  );
}

/** Seen from afar an edge must not thin out to nothing. */
const magnified: Readonly<Record<Detail, number>> = { full: 1, tile: 2, shape: 5 };

/** The lead count on an edge and the width it gives. */
function useFlow(placed: PlacedEdge | undefined): { count: number | undefined; width: number } {
  const counts = useCounts();
  const { draft } = useJourney();
  if (counts === undefined || placed === undefined) return { count: undefined, width: 1.5 };
  const { edges } = draft.getState().graph;
  const countOf = (id: EdgeId): number => {
    const edge = edges[id];
    return edge === undefined ? 0 : passedOver({ edge, ways: counts.ways });
  };
  const count = [placed.edge.id, ...placed.also].reduce((sum, id) => sum + countOf(id), 0);
  return { count: count === 0 ? undefined : count, width: stemWidth({ count, most: counts.most }) };
}
