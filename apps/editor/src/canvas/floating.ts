/** What floats over the canvas, in pixels from its edges: the tools above, the overview at the lower right. */
export interface Floating {
  readonly toolsHeight: number;
  readonly overview: { readonly width: number; readonly height: number };
}

const wide: Floating = { toolsHeight: 60, overview: { width: 176, height: 166 } };
/** On a phone only the zoom is left of the overview. */
export const narrow: Floating = { toolsHeight: 60, overview: { width: 176, height: 56 } };

export function floatingNow(): Floating {
  return window.matchMedia('(max-width: 767px)').matches ? narrow : wide;
}
