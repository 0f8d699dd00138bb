import type { GraphNode } from '@sodate/journey/graph/graph';
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { cardWidth, plainHeight } from '../canvas/node-geometry.ts';

/** Inside a reading canvas: brings a node into the middle when it is named from elsewhere. */
export function FollowNode({ node }: { node: GraphNode | undefined }) {
  const { setCenter, getZoom } = useReactFlow();
  useEffect(() => {
    if (node === undefined) return;
    const { x, y } = node.position;
    void setCenter(x + cardWidth / 2, y + plainHeight / 2, { zoom: Math.max(getZoom(), 0.6), duration: 200 });
  }, [node, setCenter, getZoom]);
  return null;
}
