import type { NodeId } from '@sodate/journey/id';
import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import { type GoneNode, useCounts } from '../journeys/counts-context.ts';
import { useGraph, useJourney } from '../journeys/journey-context.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { useDetail } from './detail-context.ts';
import classes from './gone-pills.module.css';
import type { Layout } from './lay-out.ts';
import type { texts } from './texts.ja.ts';
import { useLayout } from './use-layout.ts';

const none: readonly GoneNode[] = [];

/** Leads that are still in nodes which the draft has no more: a dashed pill where such a node led. */
export const GonePills = memo(DrawnPills);

function DrawnPills() {
  const t = useTexts<typeof texts>('canvas');
  const text = useText();
  const { canvas } = useJourney();
  const { nodes } = useGraph();
  const layout = useLayout();
  const detail = useDetail();
  const gone = useCounts()?.gone ?? none;
  const shown = gone.filter(({ node }) => nodes[node] === undefined);
  if (shown.length === 0 || detail !== 'full') return null;
  const taken = new Map<string, number>();
  return (
    <ViewportPortal>
      {shown.map((one) => {
        const { x, y } = placeOf({ gone: one, layout });
        const above = taken.get(`${x} ${y}`) ?? 0;
        taken.set(`${x} ${y}`, above + 1);
        return (
          <button
            key={one.node}
            type="button"
            className={`${classes.pill} nodrag nopan`}
            style={{ transform: `translate(${x}px, ${y - 26 * above}px) translateY(-100%)` }}
            onClick={() => canvas.openPanel({ kind: 'gone', node: one.node, title: one.title })}
          >
            {t('gone', { title: text(one.title), count: one.here })}
          </button>
        );
      })}
    </ViewportPortal>
  );
}

/** Above the card it led to, else below the one it came from, else where it stood. */
function placeOf({ gone, layout }: { gone: GoneNode; layout: Layout }): { x: number; y: number } {
  const boxOf = (id: NodeId) => layout.cards.get(id)?.box ?? layout.hiddenIn.get(id)?.box;
  const next = gone.to.map(boxOf).find((box) => box !== undefined);
  if (next !== undefined) return { x: next.left - 12, y: next.top - 10 };
  const before = gone.from.map(boxOf).find((box) => box !== undefined);
  if (before !== undefined) return { x: before.left, y: before.bottom + 34 };
  return gone.position;
}
