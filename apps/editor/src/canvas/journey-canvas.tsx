import '@xyflow/react/dist/style.css';
import { useMediaQuery } from '@mantine/hooks';
import { Background, BackgroundVariant, ReactFlow, SelectionMode, useReactFlow } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { useDraft, useJourney } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import { CanvasFrame } from './canvas-frame.tsx';
import { ChangedContext } from './changed-context.ts';
import { EmptyCanvas } from './empty-canvas.tsx';
import { findChangedNodes } from './find-changed-nodes.ts';
import classes from './journey-canvas.module.css';
import { NodeCard } from './node-card.tsx';
import { NoteCard } from './note-card.tsx';
import { Palette } from './palette.tsx';
import { StemConnectionLine } from './stem-connection-line.tsx';
import { StemEdge } from './stem-edge.tsx';
import type { texts } from './texts.ja.ts';
import { useCanvasGestures } from './use-canvas-gestures.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useClipboard } from './use-clipboard.ts';
import { useFlowElements } from './use-flow-elements.ts';

const nodeTypes = { card: NodeCard, note: NoteCard };
const edgeTypes = { stem: StemEdge };
/** Above this only what is in view is drawn. */
const manyNodes = 150;

/** The canvas: the graph drawn with React Flow; every gesture ends in a command. */
export function JourneyCanvas() {
  const t = useTexts<typeof texts>('canvas');
  const { right } = useJourney();
  const { nodes, edges } = useFlowElements();
  // An empty canvas stays where it is: the first node appears under the pointer, and nothing moves.
  const [fitsAtFirst] = useState(nodes.length > 0);
  const gestures = useCanvasGestures();
  const wide = useMediaQuery('(min-width: 768px)', true, { getInitialValueInEffect: false });
  const draws = right !== 'none' && wide;
  const changed = useChanged();
  const { zoomIn, zoomOut } = useReactFlow();
  useCanvasKeys({ draws, zoomIn, zoomOut });
  useClipboard({ draws });
  return (
    <ChangedContext value={changed}>
      <main className={classes.canvas} aria-label={t('canvas')}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          {...gestures}
          connectionLineComponent={StemConnectionLine}
          connectionRadius={28}
          nodesDraggable={draws}
          nodesConnectable={draws}
          edgesReconnectable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
          selectionOnDrag={draws}
          selectionMode={SelectionMode.Partial}
          panOnDrag={draws ? [1, 2] : true}
          panActivationKeyCode="Space"
          panOnScroll={wide}
          zoomOnDoubleClick={false}
          minZoom={0.2}
          maxZoom={1.6}
          fitView={fitsAtFirst}
          fitViewOptions={{ maxZoom: 1, padding: { top: '72px', bottom: '40px', x: '32px' } }}
          onlyRenderVisibleElements={nodes.length > manyNodes}
          proOptions={{ hideAttribution: true }}
        >
          <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} />
          <CanvasFrame draws={draws} />
        </ReactFlow>
        {nodes.length === 0 && <EmptyCanvas draws={draws} />}
        <Palette />
      </main>
    </ChangedContext>
  );
}

function useChanged() {
  const graph = useDraft((state) => state.graph);
  const live = useDraft((state) => state.live?.graph);
  return useMemo(() => findChangedNodes({ graph, live }), [graph, live]);
}
