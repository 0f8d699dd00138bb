import type { Position } from '@sodate/journey/graph/graph';
import type { CanvasStore } from '../stores/canvas/create-canvas-store.ts';
import type { DraftStore } from '../stores/draft/create-draft-store.ts';
import { findOnlyOpenEnd } from './find-only-open-end.ts';
import { cardWidth } from './node-geometry.ts';
import type { NodeTypeTable } from './outcomes-of.ts';
import { placeFreely } from './place-freely.ts';
import type { Spot } from './plan-addition.ts';
import { selectedNodes } from './selected-nodes.ts';

/**
 * Where a node added without pointing goes: behind the selected one, on the selected edge, at the only end that is
 * open, else in the middle. Without `types` no end is looked for: a trigger may yet be chosen.
 */
export function spotForNext({
  canvas,
  draft,
  isTrigger,
  middle,
  types,
}: {
  canvas: CanvasStore;
  draft: DraftStore;
  isTrigger: boolean;
  middle: Position;
  types?: NodeTypeTable;
}): Spot {
  const { selected, selectedEdge } = canvas.getState();
  const { graph } = draft.getState();
  const [only, ...more] = selectedNodes({ graph, selected });
  if (!isTrigger && only !== undefined && more.length === 0) return { kind: 'after', node: only };
  if (!isTrigger && selectedEdge !== undefined) return { kind: 'edge', edge: selectedEdge };
  const end = isTrigger || types === undefined || selected.size > 0 ? undefined : findOnlyOpenEnd({ graph, types });
  if (end !== undefined) return { kind: 'after', ...end };
  const corner = placeFreely({ graph, wished: { x: middle.x - cardWidth / 2, y: middle.y - 36 } });
  return { kind: 'point', at: { x: corner.x + cardWidth / 2, y: corner.y + 36 } };
}
