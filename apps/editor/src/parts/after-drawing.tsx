import type { ReactNode } from 'react';
import { useAfterDrawing } from './use-after-drawing.ts';

/** What shows nothing at first, or watches only: it comes in a turn of its own, once the first screen is there. */
export function AfterDrawing({ children }: { children: ReactNode }) {
  return useAfterDrawing() ? children : null;
}
