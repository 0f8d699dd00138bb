import type { GraphNode, Group, Note, Position as Place } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { type Edge, type Node, type NodeHandle, Position } from '@xyflow/react';
import { createContext, useCallback, useMemo, useRef } from 'react';
import { useCanvas, useJourney } from '../journeys/journey-context.ts';
import { foldedHandle, frameBox, type Layout, type PlacedCard, type PlacedEdge, type PlacedGroup } from './lay-out.ts';
import { cardWidth, handleX, plainHeight } from './node-geometry.ts';
import type { NodeTypeTable } from './outcomes-of.ts';
import type { Box } from './route-stem.ts';
import type { Stem } from './stem-path.ts';
import { useLayout } from './use-layout.ts';

/** Everything a card shows it reads itself, so that React Flow's node stays the same while numbers change. */
export type CardNode = Node<{ handles: readonly NodeHandle[] }, 'card'>;
export type NoteNode = Node<{ note: Note }, 'note'>;
export type FrameNode = Node<{ group: Group }, 'frame'>;
export type FoldedNode = Node<{ group: Group }, 'folded'>;
export type FlowNode = CardNode | NoteNode | FrameNode | FoldedNode;
export type StemEdge = Edge<{ placed: PlacedEdge; via: Stem['via'] | undefined }, 'stem'>;

type Places = Readonly<Record<string, Place>>;

const handleSize = 9;
const half = handleSize / 2;
/** Said of each card where one only reads: said of the canvas, React Flow hears it once all is drawn, and draws it again. */
const still = { draggable: false, connectable: false };
const noGrip = {};

interface Elements {
  readonly nodes: FlowNode[];
  readonly edges: StemEdge[];
}

export const FlowElements = createContext<Elements>({ nodes: [], edges: [] });

/** The graph as React Flow wants it. Sizes and handles are known beforehand: nothing is measured. */
export function useFlowElements(): Elements {
  const { types, right } = useJourney();
  const grip = right === 'none' ? still : noGrip;
  const layout = useLayout();
  const selected = useCanvas((state) => state.selected);
  const selectedEdge = useCanvas((state) => state.selectedEdge);
  const dragged = useCanvas((state) => state.dragged);
  const keep = useKept<FlowNode>();
  const keepStem = useKept<StemEdge>();
  const first = useMemo(() => firstNode(layout), [layout]);

  // The same arrays where nothing has changed: React Flow goes over every node of a new one.
  const nodes = useMemo(() => {
    const cards = Array.from(layout.cards.values(), (card): FlowNode => {
      const { node, shape } = card;
      const isSelected = selected.has(node.id);
      const isStop = isSelected || (selected.size === 0 && node.id === first);
      const place = dragged[node.id];
      return keep({ id: node.id, key: [node, isSelected, isStop, place, shape, types, grip] }, () => ({
        ...toCard({ card, types, isSelected, isStop, place }),
        ...grip,
      }));
    });
    const notes = Object.values(layout.graph.notes).map((note) => {
      const place = dragged[note.id];
      const isSelected = selected.has(note.id);
      return keep({ id: note.id, key: [note, place, isSelected, grip] }, () => ({
        ...toNote({ note, place, isSelected }),
        ...grip,
      }));
    });
    const groups = layout.groups.map((placed) => {
      const isSelected = placed.folded && placed.members.every(({ node }) => selected.has(node.id));
      const box = whileDragged({ placed, dragged });
      const key = [placed.group, placed.folded, isSelected, box.left, box.top, box.right, box.bottom, grip];
      return keep({ id: placed.group.id, key }, () => ({ ...toGroup({ placed, isSelected, box }), ...grip }));
    });
    return [...groups, ...notes, ...cards];
  }, [layout, selected, dragged, types, first, keep, grip]);
  const edges = useMemo(
    () =>
      layout.edges.map((placed) => {
        const { edge } = placed;
        const isSelected = edge.id === selectedEdge;
        // While an end is being dragged the edge follows straight; the way around is found when it is let go.
        const moves = dragged[edge.from] !== undefined || dragged[edge.to] !== undefined;
        return keepStem({ id: edge.id, key: [placed, isSelected, moves] }, () => toStem({ placed, isSelected, moves }));
      }),
    [layout.edges, selectedEdge, dragged, keepStem],
  );
  return useMemo(() => ({ nodes, edges }), [nodes, edges]);
}

/** What was made before where nothing that it was made from has changed. */
function useKept<Made>() {
  const known = useRef(new Map<string, { key: readonly unknown[]; made: Made }>());
  return useCallback(({ id, key }: { id: string; key: readonly unknown[] }, make: () => Made): Made => {
    const old = known.current.get(id);
    if (old?.key.every((part, index) => part === key[index])) return old.made;
    const made = make();
    known.current.set(id, { key, made });
    return made;
  }, []);
}

function firstNode({ cards }: Layout): NodeId | undefined {
  let found: GraphNode | undefined;
  for (const { node } of cards.values()) {
    if (found === undefined || node.position.y < found.position.y) found = node;
  }
  return found?.id;
}

function toCard({
  card: { node, outcomes, box },
  types,
  isSelected,
  isStop,
  place,
}: {
  card: PlacedCard;
  types: NodeTypeTable;
  isSelected: boolean;
  isStop: boolean;
  place: Place | undefined;
}): CardNode {
  const height = box.bottom - box.top;
  const size = { width: cardWidth, height };
  const isTrigger = types.get(node.type)?.isTrigger === true;
  const exits: NodeHandle[] = outcomes.map(({ id }, index) =>
    exit({ id, x: handleX({ index, count: outcomes.length }), height }),
  );
  const handles = isTrigger ? exits : [entry, ...exits];
  return {
    id: node.id,
    type: 'card',
    position: place ?? node.position,
    data: { handles },
    ...size,
    measured: size,
    handles,
    selected: isSelected,
    domAttributes: { tabIndex: isStop ? 0 : -1 },
    ariaRole: 'group',
  };
}

const handleBox = { width: handleSize, height: handleSize };
const entry = {
  id: 'in',
  type: 'target' as const,
  position: Position.Top,
  x: cardWidth / 2 - half,
  y: -half,
  ...handleBox,
};

function exit({ id, x, height }: { id: string; x: number; height: number }) {
  return { id, type: 'source' as const, position: Position.Bottom, x: x - half, y: height - half, ...handleBox };
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
    domAttributes: { tabIndex: -1 },
  };
}

/** Where a group stands while some or all of its members are being dragged. */
function whileDragged({ placed, dragged }: { placed: PlacedGroup; dragged: Places }): Box {
  const { box, members, folded } = placed;
  if (!members.some(({ node }) => dragged[node.id] !== undefined)) return box;
  const moved = members.map((card) => ({ ...card, box: shifted({ card, place: dragged[card.node.id] }) }));
  if (!folded) return frameBox(moved);
  const [one] = moved;
  const [before] = members;
  if (one === undefined || before === undefined) return box;
  const by = { x: one.box.left - before.box.left, y: one.box.top - before.box.top };
  return { left: box.left + by.x, right: box.right + by.x, top: box.top + by.y, bottom: box.bottom + by.y };
}

function shifted({ card: { box }, place }: { card: PlacedCard; place: Place | undefined }): Box {
  if (place === undefined) return box;
  const { x, y } = place;
  return { left: x, top: y, right: x + box.right - box.left, bottom: y + box.bottom - box.top };
}

function toGroup({
  placed: { group, folded },
  isSelected,
  box: { left, top, right, bottom },
}: {
  placed: PlacedGroup;
  isSelected: boolean;
  box: Box;
}): FrameNode | FoldedNode {
  const size = { width: right - left, height: bottom - top };
  const shared = { id: group.id, position: { x: left, y: top }, data: { group }, ...size, measured: size };
  if (!folded) {
    // Only its title takes the mouse: what lies inside is selected and panned as if there were no frame.
    const style = { pointerEvents: 'none' } as const;
    return {
      ...shared,
      type: 'frame',
      selectable: false,
      connectable: false,
      style,
      domAttributes: { tabIndex: -1 },
    };
  }
  const handles = [entry, exit({ id: foldedHandle, x: cardWidth / 2, height: plainHeight })];
  return {
    ...shared,
    type: 'folded',
    handles,
    selected: isSelected,
    domAttributes: { tabIndex: 0 },
    ariaRole: 'group',
  };
}

function toStem({ placed, isSelected, moves }: { placed: PlacedEdge; isSelected: boolean; moves: boolean }): StemEdge {
  const { edge, source, handle, target, stem } = placed;
  return {
    id: edge.id,
    type: 'stem',
    source,
    sourceHandle: handle,
    target,
    targetHandle: 'in',
    selected: isSelected,
    data: { placed, via: moves ? undefined : stem.via },
    focusable: false,
    // What a reader of screens hears of ways, the settings say: where each exit leads, and from where one comes here.
    domAttributes: { 'aria-hidden': true },
  };
}
