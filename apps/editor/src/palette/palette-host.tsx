import { lazy, Suspense } from 'react';

const Palette = lazy(() => import('./palette.tsx').then((file) => ({ default: file.Palette })));

/** Loads the palette when it is asked for the first time. */
export function PaletteHost({ asked }: { asked: number }) {
  return <Suspense>{asked > 0 && <Palette asked={asked} />}</Suspense>;
}
