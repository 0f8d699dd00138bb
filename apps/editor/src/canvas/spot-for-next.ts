import type { Position } from '@sodate/journey/graph/graph';
import type { CanvasStore } from '../stores/canvas/create-canvas-store.ts';
import type { DraftStore } from '../stores/draft/create-draft-store.ts';
import { cardWidth } from './node-geometry.ts';
import { placeFreely } from './place-freely.ts';
import type { Spot } from './plan-addition.ts';

/** Where a node added without pointing goes: behind the selected one, on the selected edge, else in the middle. */
export function spotForNext({
  canvas,
  draft,
  isTrigger,
  middle,
}: {
  canvas: CanvasStore;
  draft: DraftStore;
  isTrigger: boolean;
  middle: Position;
}): Spot {
  const { selected, selectedEdge } = canvas.getState();
  const { graph } = draft.getState();
  const [only, ...more] = [...selected].filter((id) => graph.nodes[id] !== undefined);
  if (!isTrigger && only !== undefined && more.length === 0) return { kind: 'after', node: only };
  if (!isTrigger && selectedEdge !== undefined) return { kind: 'edge', edge: selectedEdge };
  const corner = placeFreely({ graph, wished: { x: middle.x - cardWidth / 2, y: middle.y - 36 } });
  return { kind: 'point', at: { x: corner.x + cardWidth / 2, y: corner.y + 36 } };
}
