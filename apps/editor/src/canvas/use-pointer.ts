import type { Position } from '@sodate/journey/graph/graph';
import { useCallback, useEffect, useRef } from 'react';

/** Asks where the pointer is, in the window; undefined while it is not over the canvas. */
export function usePointer(): () => Position | undefined {
  const place = useRef<Position>(undefined);
  useEffect(() => {
    const onPointerMove = ({ target, clientX, clientY }: PointerEvent) => {
      const over = target instanceof Element && target.closest('.react-flow') !== null;
      place.current = over ? { x: clientX, y: clientY } : undefined;
    };
    document.addEventListener('pointermove', onPointerMove);
    return () => document.removeEventListener('pointermove', onPointerMove);
  }, []);
  return useCallback(() => place.current, []);
}
