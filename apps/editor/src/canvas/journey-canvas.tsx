import '@xyflow/react/dist/style.css';
import { ReactFlow, SelectionMode, useReactFlow, useStore, type Viewport } from '@xyflow/react';
import { memo, use, useCallback, useMemo, useState } from 'react';
import { useDraft, useJourney } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import { AfterDrawing } from '../parts/after-drawing.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import { onServer } from '../server/on-server.ts';
import { CanvasDots } from './canvas-dots.tsx';
import { CanvasFrame } from './canvas-frame.tsx';
import { CanvasMenu } from './canvas-menu.tsx';
import { ChangedContext } from './changed-context.ts';
import { DetailContext, detailAt } from './detail-context.ts';
import { DrawnWhole } from './drawn-whole.tsx';
import { EmptyCanvas } from './empty-canvas.tsx';
import { findChangedNodes } from './find-changed-nodes.ts';
import { leastZoom } from './find-whole-view.ts';
import { FoldedCard } from './folded-card.tsx';
import { FrameCard } from './frame-card.tsx';
import { GonePills } from './gone-pills.tsx';
import { GroupGrounds } from './group-grounds.tsx';
import classes from './journey-canvas.module.css';
import { KeepInView } from './keep-in-view.ts';
import { NodeCard } from './node-card.tsx';
import { NoteCard } from './note-card.tsx';
import { Palette } from './palette.tsx';
import { ShowOpeningView } from './show-opening-view.ts';
import { StemConnectionLine } from './stem-connection-line.tsx';
import { StemEdge } from './stem-edge.tsx';
import type { texts } from './texts.ja.ts';
import { useCanvasGestures } from './use-canvas-gestures.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useClipboard } from './use-clipboard.ts';
import { FlowElements, type FlowNode, type StemEdge as Stem } from './use-flow-elements.ts';
import { useReturnFromUndo } from './use-return-from-undo.ts';

const nodeTypes = { card: NodeCard, note: NoteCard, frame: FrameCard, folded: FoldedCard };
const edgeTypes = { stem: StemEdge };
// Always the same: for a list that is new React Flow goes through the whole canvas again.
const moreKeys = ['Shift', 'Meta', 'Control'];
const otherButtons = [1, 2];
const withoutSign = { hideAttribution: true };
const Flow = memo(ReactFlow<FlowNode, Stem>);
/** Above this only what is in view is drawn. */
const manyNodes = 150;

/** The canvas: the graph drawn with React Flow; every gesture ends in a command. */
export const JourneyCanvas = memo(DrawnCanvas);

function DrawnCanvas() {
  const t = useTexts<typeof texts>('canvas');
  const { right, canvas } = useJourney();
  const { nodes, edges } = use(FlowElements);
  // An empty canvas stays where it is: the first node appears under the pointer, and nothing moves.
  const [opensFull] = useState(nodes.length > 0);
  const gestures = useCanvasGestures();
  const wide = useIsWide();
  const draws = right !== 'none' && wide;
  const changed = useChanged();
  const detail = useStore(({ transform: [, , zoom] }) => detailAt(zoom));
  const { zoomIn, zoomOut } = useReactFlow();
  const keepViewport = useCallback((_event: unknown, viewport: Viewport) => canvas.keepViewport(viewport), [canvas]);
  useCanvasKeys({ draws, zoomIn, zoomOut });
  useClipboard({ draws });
  useReturnFromUndo();
  const inside = useMemo(
    () => (
      <>
        <CanvasDots />
        <GroupGrounds nodes={nodes} />
        <GonePills />
        <CanvasFrame draws={draws} />
        {opensFull && (onServer ? <DrawnWhole /> : <ShowOpeningView />)}
        <KeepInView />
      </>
    ),
    [nodes, draws, opensFull],
  );
  return (
    <ChangedContext value={changed}>
      <DetailContext value={detail}>
        <main className={classes.canvas} aria-label={t('canvas')} data-detail={detail}>
          <Flow
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            {...gestures}
            connectionLineComponent={StemConnectionLine}
            connectionRadius={28}
            {...(draws ? { connectOnClick: false } : {})}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={moreKeys}
            selectionOnDrag={draws}
            selectionMode={SelectionMode.Partial}
            panOnDrag={draws ? otherButtons : true}
            panActivationKeyCode="Space"
            panOnScroll={wide}
            zoomOnDoubleClick={false}
            minZoom={leastZoom}
            maxZoom={1.6}
            {...(canvas.firstView.viewport === undefined ? {} : { defaultViewport: canvas.firstView.viewport })}
            onMoveEnd={keepViewport}
            onlyRenderVisibleElements={nodes.length > manyNodes}
            proOptions={withoutSign}
          >
            {inside}
          </Flow>
          {nodes.length === 0 && <EmptyCanvas draws={draws} />}
          <AfterDrawing>
            <Palette />
            <CanvasMenu draws={draws} />
          </AfterDrawing>
        </main>
      </DetailContext>
    </ChangedContext>
  );
}

function useChanged() {
  const graph = useDraft((state) => state.graph);
  const live = useDraft((state) => state.live?.graph);
  const { rewritten } = useJourney();
  return useMemo(() => findChangedNodes({ graph, live, rewritten }), [graph, live, rewritten]);
}
