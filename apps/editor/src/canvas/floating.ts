/** What floats over the canvas, in pixels from its edges: the tools above, the overview at the lower right. */
export interface Floating {
  readonly toolsHeight: number;
  readonly overview: { readonly width: number; readonly height: number };
}

const wide: Floating = { toolsHeight: 60, overview: { width: 176, height: 166 } };
/** Only the zoom is left of the overview; the tools are larger, for fingers. */
export const narrow: Floating = { toolsHeight: 72, overview: { width: 176, height: 56 } };

/** What a canvas so many pixels wide has room for: on a phone, or beside an open panel, a map would cover cards. */
export function floatingOver(width: number): Floating {
  return hasMap(width) ? wide : narrow;
}

export function hasMap(width: number): boolean {
  return width >= 900;
}
