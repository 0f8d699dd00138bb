import type { EdgeId } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useCounts } from '../journeys/counts-context.ts';
import { useCanvas, useDraft, useJourney, useMayChange } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
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
  const hovered = useCanvas(({ hoveredEdge }) => hoveredEdge === edge.id);
  const flow = useFlow(edge);
  const near = useCanvas(({ selected }) => selected.has(edge.source as NodeId) || selected.has(edge.target as NodeId));
  const sourceType = useDraft(({ graph }) => graph.nodes[edge.source as NodeId]?.type);
  const mayInsert = useMayChange(sourceType) && right === 'all';
  // React Flow gives the handle's outer edge; a stem begins and ends at the card's border.
  const stem = { from: { x: edge.sourceX, y: edge.sourceY - 4.5 }, to: { x: edge.targetX, y: edge.targetY + 4.5 } };
  const middle = pointOnStem({ stem, share: 0.5 });
  const path = stemPath(stem);
  const beside = isShortAndStraight(stem);
  const shown = hovered || edge.selected === true;
  const tone = edge.selected === true ? classes.chosen : near && classes.near;
  return (
    <>
      <g>
        <path className={`${classes.stem} ${tone || ''}`} d={path} strokeWidth={flow.width} />
        <path className={classes.hit} d={path} />
      </g>
      <EdgeLabelRenderer>
        {flow.count !== undefined && !shown && (
          <span
            className={`${classes.count} ${beside ? classes.beside : ''}`}
            data-near={near || undefined}
            style={{ transform: `translate(${beside ? '6px' : '-50%'}, -50%) translate(${middle.x}px, ${middle.y}px)` }}
          >
            {flow.count.toLocaleString()}
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
    </>
  );
}

/** The lead count on an edge and the width it gives; triggers have one exit, so all who entered went over it. */
function useFlow(edge: EdgeProps<StemEdgeType>): { count: number | undefined; width: number } {
  const counts = useCounts();
  const { types } = useJourney();
  const type = useDraft(({ graph }) => graph.nodes[edge.source as NodeId]?.type ?? '');
  if (counts === undefined) return { count: undefined, width: 1.5 };
  const id = types.get(type)?.isTrigger === true ? `${edge.source}/entered` : edge.id;
  const count = counts.edges[id as EdgeId] ?? 0;
  return { count: count === 0 ? undefined : count, width: stemWidth({ count, most: counts.most }) };
}
