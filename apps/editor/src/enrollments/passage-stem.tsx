import type { EdgeId } from '@sodate/journey/graph/graph';
import type { Edge, EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { type Stem, stemPath } from '../canvas/stem-path.ts';
import own from './passage-map.module.css';
import { usePassageMap } from './passage-map-context.ts';

export type PassageStemEdge = Edge<{ via: Stem['via'] | undefined }, 'stem'>;

/** An edge: lit where the lead has gone over it, strongest where it went last. */
export const PassageStem = memo(DrawnStem);

function DrawnStem({ id, sourceX, sourceY, targetX, targetY, data }: EdgeProps<PassageStemEdge>) {
  const { lit } = usePassageMap();
  const ends = { from: { x: sourceX, y: sourceY - 4.5 }, to: { x: targetX, y: targetY + 4.5 } };
  const path = stemPath(data?.via === undefined ? ends : { ...ends, via: data.via });
  const edge = id as EdgeId;
  return (
    <path
      className={own.stem}
      d={path}
      data-lit={lit.edges.has(edge) || undefined}
      data-last={lit.last === edge || undefined}
      fill="none"
    />
  );
}
