import { useLayoutEffect, useRef } from 'react';

/**
 * On a phone the list and a brief scroll in the same box, the frame's. A brief begins at its top, and the list stands
 * where it was left, whichever way one comes back. On a wide screen each scrolls by itself.
 */
export function usePlace({ chosen, wide }: { chosen: string | undefined; wide: boolean }): void {
  const place = useRef(0);
  useLayoutEffect(() => {
    const box = document.getElementById('content');
    if (wide || box === null) return;
    box.scrollTop = chosen === undefined ? place.current : 0;
    if (chosen !== undefined) return;
    const remember = () => {
      place.current = box.scrollTop;
    };
    box.addEventListener('scroll', remember, { passive: true });
    return () => box.removeEventListener('scroll', remember);
  }, [chosen, wide]);
}
