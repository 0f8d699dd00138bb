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
import type { SelectedId } from '../stores/canvas/create-canvas-store.ts';
import { findEdgeAt } from './find-edge-at.ts';
import type { Layout } from './lay-out.ts';
import { cardWidth } from './node-geometry.ts';
import { placeDragged } from './place-dragged.ts';
import { nodeTypeMime } from './rail.tsx';
import { useAddNode } from './use-add-node.ts';
import type { FlowNode, StemEdge } from './use-flow-elements.ts';
import { currentLayout } from './use-layout.ts';

/** An edge takes what is dropped at most this far from it, in pixels of the window. */
const edgeReach = 26;

/** What dragging, clicking and dropping on the canvas mean. Drags become one command when they end. */
export function useCanvasGestures() {
  const parts = useJourney();
  const { canvas, draft, types } = parts;
  const { getZoom } = useReactFlow();
  const connects = useConnectGestures();
  const drops = useDropGestures();

  const onNodesChange = useNodeChanges();
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
    const command = placeDragged({ layout: currentLayout(parts), types, dragged, reach: edgeReach / getZoom() });
    if (command !== undefined) draft.dispatch(command);
    canvas.drag({});
  }, [canvas, draft, types, parts, getZoom]);

  const onNodeClick = useCallback(
    (event: MouseEvent, node: FlowNode) => {
      const port = outcomeUnder(event.target);
      if (port !== undefined) {
        const spot = { kind: 'after' as const, node: node.id as NodeId, outcome: port };
        canvas.openPalette({ screen: { x: event.clientX, y: event.clientY }, spot });
        return;
      }
      const adds = event.shiftKey || event.metaKey || event.ctrlKey;
      if (node.type === 'card' && !adds) canvas.openPanel({ kind: 'node', tab: 'settings' });
    },
    [canvas],
  );

  const onContextMenu = useCallback(
    (event: { clientX: number; clientY: number; preventDefault(): void }, node?: FlowNode) => {
      event.preventDefault();
      const id = node?.type === 'card' ? (node.id as NodeId) : undefined;
      if (id !== undefined && !canvas.getState().selected.has(id)) canvas.select([id]);
      canvas.openMenu({ screen: { x: event.clientX, y: event.clientY }, node: id });
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
      onNodeContextMenu: onContextMenu,
      onSelectionContextMenu: (event: MouseEvent) => onContextMenu(event),
      onPaneContextMenu: (event: globalThis.MouseEvent | MouseEvent) => onContextMenu(event),
      onEdgeMouseEnter: (_event: MouseEvent, { id }: StemEdge) => canvas.setState({ hoveredEdge: id as EdgeId }),
      onEdgeMouseLeave: () => canvas.setState({ hoveredEdge: undefined }),
      ...connects,
      ...drops,
    }),
    [canvas, onNodesChange, onEdgesChange, onDragStop, onNodeClick, onContextMenu, connects, drops],
  );
}

/** The outcome whose exit was pressed, where it may be drawn from. */
function outcomeUnder(target: EventTarget): string | undefined {
  const exit = target instanceof Element ? target.closest<HTMLElement>('.react-flow__handle.source.connectable') : null;
  return exit?.dataset.outcome;
}

/** Cards follow the pointer while they are dragged; what is selected is told to the canvas's store. */
function useNodeChanges() {
  const parts = useJourney();
  return useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const { canvas } = parts;
      const { selected, dragged } = canvas.getState();
      const layout = currentLayout(parts);
      const places = { ...dragged };
      const chosen = new Set(selected);
      for (const change of changes) {
        if (change.type === 'position' && change.dragging === true && change.position !== undefined) {
          Object.assign(places, placesOf({ layout, id: change.id, at: change.position }));
        }
        if (change.type !== 'select') continue;
        const keep = change.selected ? (id: SelectedId) => chosen.add(id) : (id: SelectedId) => chosen.delete(id);
        for (const id of membersOf({ layout, id: change.id })) keep(id);
      }
      if (changes.some(({ type }) => type === 'position')) canvas.drag(places);
      if (changes.some(({ type }) => type === 'select')) canvas.select(chosen);
    },
    [parts],
  );
}

/** What is selected with a thing on the canvas: a folded group's nodes with it, else the thing itself. */
function membersOf({ layout, id }: { layout: Layout; id: string }): readonly SelectedId[] {
  return layout.groups.find(({ group }) => group.id === id)?.group.nodes ?? [id as SelectedId];
}

/** A group takes its nodes along. */
function placesOf({ layout, id, at }: { layout: Layout; id: string; at: Position }): Record<string, Position> {
  const placed = layout.groups.find(({ group }) => group.id === id);
  if (placed === undefined) return { [id]: at };
  const by = { x: at.x - placed.box.left, y: at.y - placed.box.top };
  return Object.fromEntries(
    placed.members.map(({ node }) => [node.id, { x: node.position.x + by.x, y: node.position.y + by.y }]),
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
  const parts = useJourney();
  const { types } = parts;
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
      const reach = Math.max(edgeReach / getZoom(), cardWidth / 12);
      const edge = described.isTrigger ? undefined : findEdgeAt({ layout: currentLayout(parts), point: at, reach });
      add({ described, spot: edge === undefined ? { kind: 'point', at } : { kind: 'edge', edge: edge.id } });
    };
    return { onDragOver, onDrop };
  }, [parts, types, screenToFlowPosition, getZoom, add]);
}
