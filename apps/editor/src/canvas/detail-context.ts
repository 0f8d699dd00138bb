import { createContext, useContext } from 'react';

/** How much of a card can be read at this zoom: all of it; its tile and a number; its family's shape. */
export type Detail = 'full' | 'tile' | 'shape';

export const DetailContext = createContext<Detail>('full');

export function useDetail(): Detail {
  return useContext(DetailContext);
}

/** Below half its size a card's lines are smaller than six pixels; below a quarter numbers are too. */
export function detailAt(zoom: number): Detail {
  if (zoom >= 0.5) return 'full';
  return zoom >= 0.25 ? 'tile' : 'shape';
}
