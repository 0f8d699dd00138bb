import { Background, BackgroundVariant, useStore } from '@xyflow/react';
import { type Detail, detailAt } from './detail-context.ts';

/** How many times as far apart they stand as at full size: closer together they would be a grey veil, and slow every pan. */
const spreads: Readonly<Partial<Record<Detail, number>>> = { full: 1, tile: 2 };

/** The dotted ground of every canvas; plain where only shapes are left to see. */
export function CanvasDots() {
  const spread = useStore(({ transform: [, , zoom] }) => spreads[detailAt(zoom)]);
  if (spread === undefined) return null;
  return <Background variant={BackgroundVariant.Dots} gap={20 * spread} size={1.4 * spread} />;
}
