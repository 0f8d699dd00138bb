import { CanvasDots } from '../canvas/canvas-dots.tsx';
import '@xyflow/react/dist/style.css';
import type { Graph, GraphNode, GroupId, Edge as JourneyEdge } from '@sodate/journey/graph/graph';
import { asId, type NodeId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { Controls, type Node, Position, ReactFlow } from '@xyflow/react';
import { type ReactNode, useMemo } from 'react';
import { type Layout, layOut } from '../canvas/lay-out.ts';
import { cardHeight, cardWidth, drawnOutcomes, handleX } from '../canvas/node-geometry.ts';
import { type NodeLookTable, outcomesOf } from '../canvas/outcomes-of.ts';
import { useControlLabels } from '../canvas/use-control-labels.ts';
import { useText } from '../language/use-text.ts';
import { placeLabels } from './place-labels.ts';
import classes from './reading-canvas.module.css';
import { ReadingCard, type ReadingCardData } from './reading-card.tsx';
import type { CardLook, EdgeLook } from './reading-look.ts';
import { ReadingNote } from './reading-note.tsx';
import { ReadingStem, type ReadingStemEdge } from './reading-stem.tsx';

const nodeTypes = { card: ReadingCard, note: ReadingNote };
const edgeTypes = { stem: ReadingStem };

/** How a whole graph is shown to be read. */
export const fitted = { maxZoom: 1, padding: 0.06 };

const noneCollapsed: ReadonlySet<GroupId> = new Set();
const handleSize = 7;
const half = handleSize / 2;

export interface DrawnGraph {
  readonly graph: Graph;
  readonly types: NodeLookTable;
  readonly summaries: Readonly<Record<NodeId, Text>>;
}

/** A graph to be read: it can be moved and zoomed, never changed. What stands out is for the caller to say. */
export function ReadingCanvas({
  label,
  drawn,
  cardLook,
  edgeLook,
  onOpen,
  children,
}: {
  label: string;
  drawn: DrawnGraph;
  cardLook: (id: NodeId) => CardLook;
  edgeLook: (edge: JourneyEdge) => EdgeLook;
  /** Cards can be pressed, by pointer and by keyboard. */
  onOpen?: (id: NodeId) => void;
  children?: ReactNode;
}) {
  const text = useText();
  const { graph } = drawn;
  const opens = onOpen !== undefined;
  const cards = useMemo(
    () => Object.values(graph.nodes).map((node) => toCard({ node, drawn, look: cardLook(node.id), text, opens })),
    [graph, drawn, cardLook, text, opens],
  );
  const notes = useMemo(() => toNotes(graph), [graph]);
  const layout = useMemo(() => layOut({ ...drawn, collapsed: noneCollapsed }), [drawn]);
  const edges = useMemo(() => toStems({ layout, edgeLook }), [layout, edgeLook]);
  return (
    <section className={classes.canvas} aria-label={label}>
      <ReactFlow
        nodes={[...notes, ...cards]}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        ariaLabelConfig={useControlLabels()}
        deleteKeyCode={null}
        minZoom={0.15}
        maxZoom={1.6}
        panOnScroll
        fitView
        fitViewOptions={fitted}
        onlyRenderVisibleElements={cards.length > 150}
        {...(onOpen === undefined
          ? {}
          : { onNodeClick: (_, node: Node) => node.type === 'card' && onOpen(asId(node.id)) })}
        proOptions={{ hideAttribution: true }}
      >
        <CanvasDots />
        <Controls showInteractive={false} position="bottom-left" />
        {children}
      </ReactFlow>
    </section>
  );
}

function toCard(given: {
  node: GraphNode;
  drawn: DrawnGraph;
  look: CardLook;
  text: (value: Text) => string;
  opens: boolean;
}): Node<ReadingCardData, 'card'> {
  const { node, drawn, look, text, opens } = given;
  const { graph, types, summaries } = drawn;
  const outcomes = drawnOutcomes({ node, outcomes: outcomesOf({ node, types, graph }), graph });
  const type = types.get(node.type);
  const size = { width: cardWidth, height: cardHeight(outcomes) };
  const exits = outcomes.map(({ id }, index) => ({
    id,
    type: 'source' as const,
    position: Position.Bottom,
    x: handleX({ index, count: outcomes.length }) - half,
    y: size.height - half,
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
  const summary = summaries[node.id];
  return {
    id: node.id,
    type: 'card',
    position: node.position,
    data: {
      title: node.title ?? (type === undefined ? node.type : text(type.title)),
      summary: summary === undefined ? '' : text(summary),
      family: type?.family ?? 'data',
      icon: type?.icon,
      outcomes: outcomes.map(({ id, label }) => ({ id, label: text(label) })),
      look,
      opens,
    },
    ...size,
    measured: size,
    handles: [entry, ...exits],
  };
}

function toNotes(graph: Graph): Node<{ text: string }, 'note'>[] {
  return Object.values(graph.notes).map(({ id, position, size, text }) => ({
    id,
    type: 'note',
    position,
    data: { text },
    ...size,
    measured: size,
    zIndex: -1,
  }));
}

function toStems({
  layout,
  edgeLook,
}: {
  layout: Layout;
  edgeLook: (edge: JourneyEdge) => EdgeLook;
}): ReadingStemEdge[] {
  const looked = layout.edges.map(({ edge, stem }) => ({ edge, look: edgeLook(edge), via: stem.via }));
  const labelled = looked.filter(({ look }) => look.label !== undefined).map(({ edge }) => edge.id);
  const places = placeLabels({ layout, labelled });
  return looked.map((one) => toStem({ ...one, labelAt: places.get(one.edge.id) }));
}

function toStem({ edge, ...data }: { edge: JourneyEdge } & NonNullable<ReadingStemEdge['data']>): ReadingStemEdge {
  return {
    id: edge.id,
    type: 'stem',
    source: edge.from,
    sourceHandle: edge.outcome,
    target: edge.to,
    targetHandle: 'in',
    data,
  };
}
