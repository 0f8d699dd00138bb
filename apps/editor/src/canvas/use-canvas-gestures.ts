import type { EdgeId, Position } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import {
  type Connection,
  type EdgeChange,
  type FinalConnectionState,
  type NodeChange,
  type OnConnectEnd,
  useReactFlow,
} from '@xyflow/react';
import { type DragEvent, type MouseEvent, useCallback, useMemo } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { findEdgeAt } from './find-edge-at.ts';
import { cardWidth } from './node-geometry.ts';
import { placeDragged } from './place-dragged.ts';
import { nodeTypeMime } from './rail.tsx';
import { useAddNode } from './use-add-node.ts';
import type { FlowNode, StemEdge } from './use-flow-elements.ts';

/** An edge takes what is dropped at most this far from it, in pixels of the window. */
const edgeReach = 26;

/** What dragging, clicking and dropping on the canvas mean. Drags become one command when they end. */
export function useCanvasGestures() {
  const { canvas, draft, types } = useJourney();
  const connects = useConnectGestures();
  const drops = useDropGestures();

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const { selected, dragged } = canvas.getState();
      const places = { ...dragged };
      const chosen = new Set(selected);
      let reselected = false;
      for (const change of changes) {
        if (change.type === 'position' && change.dragging === true && change.position !== undefined) {
          places[change.id] = change.position;
        } else if (change.type === 'select') {
          reselected = true;
          if (change.selected) chosen.add(change.id as NodeId);
          else chosen.delete(change.id as NodeId);
        }
      }
      if (changes.some(({ type }) => type === 'position')) canvas.drag(places);
      if (reselected) canvas.select(chosen);
    },
    [canvas],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange<StemEdge>[]) => {
      for (const change of changes) {
        if (change.type !== 'select') continue;
        if (change.selected) canvas.selectEdge(change.id as EdgeId);
        else if (canvas.getState().selectedEdge === change.id) canvas.setState({ selectedEdge: undefined });
      }
    },
    [canvas],
  );

  const onDragStop = useCallback(() => {
    const { dragged } = canvas.getState();
    const command = placeDragged({ graph: draft.getState().graph, types, dragged, reach: edgeReach });
    if (command !== undefined) draft.dispatch(command);
    canvas.drag({});
  }, [canvas, draft, types]);

  const onNodeClick = useCallback(
    (event: MouseEvent, node: FlowNode) => {
      const adds = event.shiftKey || event.metaKey || event.ctrlKey;
      if (node.type === 'card' && !adds) canvas.openPanel({ kind: 'node', tab: 'settings' });
    },
    [canvas],
  );

  return useMemo(
    () => ({
      onNodesChange,
      onEdgesChange,
      onNodeDragStop: onDragStop,
      onSelectionDragStop: onDragStop,
      onNodeClick,
      onEdgeMouseEnter: (_event: MouseEvent, { id }: StemEdge) => canvas.setState({ hoveredEdge: id as EdgeId }),
      onEdgeMouseLeave: () => canvas.setState({ hoveredEdge: undefined }),
      ...connects,
      ...drops,
    }),
    [canvas, onNodesChange, onEdgesChange, onDragStop, onNodeClick, connects, drops],
  );
}

/** Drawing edges: onto a handle, onto a card, or into the open, where the palette offers what fits. */
function useConnectGestures() {
  const { canvas, draft, types } = useJourney();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const takes = (id: string | null | undefined): id is NodeId => {
      const node = draft.getState().graph.nodes[id as NodeId];
      return node !== undefined && types.get(node.type)?.isTrigger !== true;
    };
    const onConnect = ({ source, sourceHandle, target }: Connection) => {
      if (sourceHandle === null || !takes(target)) return;
      draft.dispatch({ kind: 'connect', from: source as NodeId, outcome: sourceHandle, to: target });
    };
    const onConnectEnd: OnConnectEnd = (event, state: FinalConnectionState) => {
      const start = startOf(state);
      const screen = pointOf(event);
      if (start === undefined || screen === undefined) return;
      const { from, outcome } = start;
      const under = document.elementFromPoint(screen.x, screen.y)?.closest<HTMLElement>('.react-flow__node');
      const target = under?.dataset.id;
      if (takes(target) && target !== from) draft.dispatch({ kind: 'connect', from, outcome, to: target });
      if (under !== null && under !== undefined) return;
      canvas.openPalette({
        screen,
        spot: { kind: 'after', node: from, outcome, at: screenToFlowPosition(screen) },
      });
    };
    const isValidConnection = ({ target }: { target: string }) => takes(target);
    return { onConnect, onConnectEnd, isValidConnection };
  }, [canvas, draft, types, screenToFlowPosition]);
}

/** The outcome that was dragged, where it has not been joined to a handle already. */
function startOf(state: FinalConnectionState): { from: NodeId; outcome: string } | undefined {
  const { isValid, fromNode, fromHandle } = state;
  if (isValid === true || fromNode === null || fromHandle?.type !== 'source') return undefined;
  const outcome = fromHandle.id ?? '';
  return outcome === '' ? undefined : { from: fromNode.id as NodeId, outcome };
}

function pointOf(event: globalThis.MouseEvent | TouchEvent): Position | undefined {
  const pointer = 'changedTouches' in event ? event.changedTouches[0] : event;
  return pointer === undefined ? undefined : { x: pointer.clientX, y: pointer.clientY };
}

/** Dropping a node type from the rail: on an edge it goes in between, elsewhere it stands where it was dropped. */
function useDropGestures() {
  const { draft, types } = useJourney();
  const { screenToFlowPosition, getZoom } = useReactFlow();
  const add = useAddNode();
  return useMemo(() => {
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(nodeTypeMime)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    const onDrop = (event: DragEvent) => {
      const described = types.get(event.dataTransfer.getData(nodeTypeMime));
      if (described === undefined) return;
      event.preventDefault();
      const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const { graph } = draft.getState();
      const edge = described.isTrigger
        ? undefined
        : findEdgeAt({ graph, types, point: at, reach: Math.max(edgeReach / getZoom(), cardWidth / 12) });
      add({ described, spot: edge === undefined ? { kind: 'point', at } : { kind: 'edge', edge: edge.id } });
    };
    return { onDragOver, onDrop };
  }, [draft, types, screenToFlowPosition, getZoom, add]);
}
