import type { ConnectionLineComponentProps } from '@xyflow/react';
import { stemPath } from './stem-path.ts';

/** The stem that follows the pointer while an outcome is being connected. */
export function StemConnectionLine({ fromX, fromY, toX, toY }: ConnectionLineComponentProps) {
  const path = stemPath({ from: { x: fromX, y: fromY }, to: { x: toX, y: toY } });
  return <path d={path} fill="none" stroke="var(--accent)" strokeWidth={2} strokeDasharray="5 4" />;
}
