import type { Position } from '@sodate/journey/graph/graph';
import { type Edge, EdgeLabelRenderer, type EdgeProps, useStore } from '@xyflow/react';
import { memo } from 'react';
import { pointOnStem, type Stem, stemPath } from '../canvas/stem-path.ts';
import classes from './reading-canvas.module.css';
import type { EdgeLook } from './reading-look.ts';

export type ReadingStemEdge = Edge<
  { look: EdgeLook; via: Stem['via'] | undefined; labelAt: Position | undefined },
  'stem'
>;

/** An edge to be read, with a word or a number on it. */
export const ReadingStem = memo(DrawnStem);

function DrawnStem({ sourceX, sourceY, targetX, targetY, data }: EdgeProps<ReadingStemEdge>) {
  const look = data?.look ?? {};
  // React Flow gives the handle's outer edge; a stem begins and ends at the card's border.
  const stem = {
    from: { x: sourceX, y: sourceY - 3.5 },
    to: { x: targetX, y: targetY + 3.5 },
    ...(data?.via === undefined ? {} : { via: data.via }),
  };
  const scale = useStore(({ transform: [, , zoom] }) => labelScale(zoom));
  const at = data?.labelAt ?? pointOnStem({ stem, share: 0.5 });
  return (
    <>
      <path className={classes.stem} data-tone={look.tone} d={stemPath(stem)} strokeWidth={look.width ?? 1.5} />
      {look.label !== undefined && (
        <EdgeLabelRenderer>
          <span
            className={classes.label}
            data-tone={look.tone}
            style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px) scale(${scale})` }}
          >
            {look.label}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

/** Seen from afar, words on the ways keep their size, in steps, as far as there is room. */
function labelScale(zoom: number): number {
  return Math.min(2, Math.max(1, Math.round(10 / zoom) / 10));
}
