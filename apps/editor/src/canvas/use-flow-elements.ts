import type { Graph, GraphNode, Edge as JourneyEdge, Note } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { type Edge, type Node, Position } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { useCanvas, useGraph, useJourney } from '../journeys/journey-context.ts';
import { cardHeight, cardWidth, drawnOutcomes, handleX } from './node-geometry.ts';
import { type NodeTypeTable, outcomesOf } from './outcomes-of.ts';

/** Everything a card shows it reads itself, so that React Flow's node stays the same while numbers change. */
export type CardNode = Node<Record<string, never>, 'card'>;
export type NoteNode = Node<{ note: Note }, 'note'>;
export type FlowNode = CardNode | NoteNode;
export type StemEdge = Edge<{ outcome: string }, 'stem'>;

const handleSize = 9;
const half = handleSize / 2;

/** The graph as React Flow wants it. Sizes and handles are known beforehand: nothing is measured. */
export function useFlowElements(): { nodes: FlowNode[]; edges: StemEdge[] } {
  const { types } = useJourney();
  const graph = useGraph();
  const selected = useCanvas((state) => state.selected);
  const selectedEdge = useCanvas((state) => state.selectedEdge);
  const dragged = useCanvas((state) => state.dragged);
  const known = useRef(new Map<string, { key: readonly unknown[]; node: FlowNode }>());

  const first = firstNode(graph);
  const keep = ({ id, key }: { id: string; key: readonly unknown[] }, make: () => FlowNode): FlowNode => {
    const old = known.current.get(id);
    if (old?.key.every((part, index) => part === key[index])) return old.node;
    const node = make();
    known.current.set(id, { key, node });
    return node;
  };

  const cards = Object.values(graph.nodes).map((node) => {
    const outcomes = drawnOutcomes({ node, outcomes: outcomesOf({ node, types, graph }), graph });
    const isSelected = selected.has(node.id);
    const isStop = isSelected || (selected.size === 0 && node.id === first);
    const place = dragged[node.id];
    const shape = outcomes.map(({ id }) => id).join('|');
    return keep({ id: node.id, key: [node, isSelected, isStop, place, shape, types] }, () =>
      toCard({ node, types, handles: outcomes.map(({ id }) => id), isSelected, isStop, place }),
    );
  });
  const notes = Object.values(graph.notes).map((note) => {
    const place = dragged[note.id];
    const isSelected = selected.has(note.id as unknown as NodeId);
    return keep({ id: note.id, key: [note, place, isSelected] }, () => toNote({ note, place, isSelected }));
  });
  const edges = useMemo(
    () =>
      Object.values(graph.edges)
        .filter((edge) => graph.nodes[edge.from] !== undefined && graph.nodes[edge.to] !== undefined)
        .map((edge) => toStem({ edge, isSelected: edge.id === selectedEdge })),
    [graph, selectedEdge],
  );
  return { nodes: [...notes, ...cards], edges };
}

function firstNode(graph: Graph): NodeId | undefined {
  let found: GraphNode | undefined;
  for (const node of Object.values(graph.nodes)) {
    if (found === undefined || node.position.y < found.position.y) found = node;
  }
  return found?.id;
}

function toCard({
  node,
  types,
  handles,
  isSelected,
  isStop,
  place,
}: {
  node: GraphNode;
  types: NodeTypeTable;
  handles: readonly string[];
  isSelected: boolean;
  isStop: boolean;
  place: GraphNode['position'] | undefined;
}): CardNode {
  const height = cardHeight(handles.map((id) => ({ id, label: { ja: '', en: '' } })));
  const size = { width: cardWidth, height };
  const isTrigger = types.get(node.type)?.isTrigger === true;
  const exits = handles.map((id, index) => ({
    id,
    type: 'source' as const,
    position: Position.Bottom,
    x: handleX({ index, count: handles.length }) - half,
    y: height - half,
    width: handleSize,
    height: handleSize,
  }));
  const entry = {
    id: 'in',
    type: 'target' as const,
    position: Position.Top,
    x: cardWidth / 2 - half,
    y: -half,
    width: handleSize,
    height: handleSize,
  };
  return {
    id: node.id,
    type: 'card',
    position: place ?? node.position,
    data: {},
    ...size,
    measured: size,
    handles: isTrigger ? exits : [entry, ...exits],
    selected: isSelected,
    domAttributes: { tabIndex: isStop ? 0 : -1 },
    ariaRole: 'group',
  };
}

function toNote({
  note,
  place,
  isSelected,
}: {
  note: Note;
  place: Note['position'] | undefined;
  isSelected: boolean;
}): NoteNode {
  return {
    id: note.id,
    type: 'note',
    position: place ?? note.position,
    data: { note },
    ...note.size,
    measured: note.size,
    selected: isSelected,
    connectable: false,
    zIndex: -1,
  };
}

function toStem({ edge, isSelected }: { edge: JourneyEdge; isSelected: boolean }): StemEdge {
  return {
    id: edge.id,
    type: 'stem',
    source: edge.from,
    sourceHandle: edge.outcome,
    target: edge.to,
    targetHandle: 'in',
    selected: isSelected,
    data: { outcome: edge.outcome },
    focusable: false,
  };
}
