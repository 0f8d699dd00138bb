import { lazy, Suspense } from 'react';
import type { FindMore } from './palette.tsx';

const Palette = lazy(() => import('./palette.tsx').then((file) => ({ default: file.Palette })));

/** Loads the palette when it is asked for the first time. */
export function PaletteHost({ asked, findMore }: { asked: number; findMore?: FindMore }) {
  return <Suspense>{asked > 0 && <Palette asked={asked} {...(findMore && { findMore })} />}</Suspense>;
}
