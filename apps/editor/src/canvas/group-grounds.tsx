import { ViewportPortal } from '@xyflow/react';
import classes from './frame-card.module.css';
import type { FlowNode } from './use-flow-elements.ts';

/** The light ground of open groups, under the edges; their titles stand above, where they can be pressed. */
export function GroupGrounds({ nodes }: { nodes: readonly FlowNode[] }) {
  return (
    <ViewportPortal>
      {nodes
        .filter(({ type }) => type === 'frame')
        .map(({ id, position: { x, y }, width, height }) => (
          <i key={id} className={classes.ground} style={{ transform: `translate(${x}px, ${y}px)`, width, height }} />
        ))}
    </ViewportPortal>
  );
}
