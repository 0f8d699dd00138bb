import { ReactFlowProvider } from '@xyflow/react';
import type { ReactNode } from 'react';
import { FlowElements, useFlowElements } from '../canvas/use-flow-elements.ts';

/** Holds what React Flow knows of a canvas, for what stands around it too; the cards are there from the first drawing on. */
export function FlowProvider({ children }: { children: ReactNode }) {
  const elements = useFlowElements();
  return (
    <ReactFlowProvider initialNodes={elements.nodes} initialEdges={elements.edges}>
      <FlowElements value={elements}>{children}</FlowElements>
    </ReactFlowProvider>
  );
}
