import { CanvasDots } from '../canvas/canvas-dots.tsx';
import '@xyflow/react/dist/style.css';
import type { NodeId } from '@sodate/journey/id';
import { Controls, Position, ReactFlow, useReactFlow } from '@xyflow/react';
import { useEffect, useMemo } from 'react';
import { cardHeight, cardWidth, drawnOutcomes, handleX } from '../canvas/node-geometry.ts';
import { outcomesOf } from '../canvas/outcomes-of.ts';
import { useControlLabels } from '../canvas/use-control-labels.ts';
import { waysAround } from '../canvas/ways-around.ts';
import { useTexts } from '../language/use-texts.ts';
import { PassageCard, type PassageCardNode } from './passage-card.tsx';
import own from './passage-map.module.css';
import { type PassageMapParts, usePassageMap } from './passage-map-context.ts';
import { PassageStem, type PassageStemEdge } from './passage-stem.tsx';
import type { texts } from './texts.ja.ts';

const nodeTypes = { card: PassageCard };
const edgeTypes = { stem: PassageStem };
const handle = { width: 9, height: 9 };
const manyNodes = 150;

/** The version's graph, to be looked at: nothing on it can be moved or changed. It follows where the walk stands. */
export function PassageMap() {
  const t = useTexts<typeof texts>('enrollments');
  const { graph, types, lit } = usePassageMap();
  const nodes = useMemo(() => toCards({ graph, types }), [graph, types]);
  const ways = useMemo(() => waysAround({ graph, types }), [graph, types]);
  const edges = useMemo(
    () =>
      Object.values(graph.edges).map(
        ({ id, from, outcome, to }): PassageStemEdge => ({
          id,
          type: 'stem',
          source: from,
          sourceHandle: outcome,
          target: to,
          targetHandle: 'in',
          data: { via: ways.get(id) },
          focusable: false,
        }),
      ),
    [graph, ways],
  );
  useFollow(lit.at);
  return (
    <section className={own.map} aria-label={t('map')}>
      <ReactFlow
        nodes={nodes}
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
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={0.2}
        maxZoom={1.4}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.12 }}
        onlyRenderVisibleElements={nodes.length > manyNodes}
        proOptions={{ hideAttribution: true }}
      >
        <CanvasDots />
        <Controls showInteractive={false} position="bottom-right" />
      </ReactFlow>
    </section>
  );
}

/** Brings the node into view where the walk has left it behind. */
function useFollow(node: NodeId | undefined): void {
  const { getNode, getViewport, setCenter, getZoom } = useReactFlow();
  useEffect(() => {
    const card = node === undefined ? undefined : getNode(node);
    const pane = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (card === undefined || pane === undefined) return;
    const { x, y, zoom } = getViewport();
    const left = card.position.x * zoom + x;
    const top = card.position.y * zoom + y;
    const seen = left > 0 && top > 0 && left + cardWidth * zoom < pane.width && top + 100 * zoom < pane.height;
    if (!seen)
      void setCenter(card.position.x + cardWidth / 2, card.position.y + 50, { zoom: getZoom(), duration: 200 });
  }, [node, getNode, getViewport, setCenter, getZoom]);
}

/** Sizes and handles are known beforehand: nothing is measured. */
function toCards({ graph, types }: Pick<PassageMapParts, 'graph' | 'types'>): PassageCardNode[] {
  return Object.values(graph.nodes).map((node) => {
    const outcomes = drawnOutcomes({ node, outcomes: outcomesOf({ node, types, graph }), graph });
    const size = { width: cardWidth, height: cardHeight(outcomes) };
    const exits = outcomes.map(({ id }, index) => ({
      id,
      type: 'source' as const,
      position: Position.Bottom,
      x: handleX({ index, count: outcomes.length }) - 4.5,
      y: size.height - 4.5,
      ...handle,
    }));
    const entry = {
      id: 'in',
      type: 'target' as const,
      position: Position.Top,
      x: cardWidth / 2 - 4.5,
      y: -4.5,
      ...handle,
    };
    return {
      id: node.id,
      type: 'card',
      position: node.position,
      data: {},
      ...size,
      measured: size,
      handles: types.get(node.type)?.isTrigger === true ? exits : [entry, ...exits],
    };
  });
}
