import { type RefObject, useEffect, useState } from 'react';

/** Less than this is not worth a sign. */
const sightPx = 8;

/** Whether a column that scrolls holds more than is seen, below: many systems draw no scrollbar until one scrolls. */
export function useIsMoreBelow({ rail, count }: { rail: RefObject<HTMLElement | null>; count: number }): boolean {
  const [isMore, setIsMore] = useState(false);
  useEffect(() => {
    const column = rail.current;
    if (column === null) return undefined;
    const measure = () => setIsMore(column.scrollHeight - column.scrollTop - column.clientHeight > sightPx);
    const observer = new ResizeObserver(measure);
    observer.observe(column);
    column.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      column.removeEventListener('scroll', measure);
    };
    // With another number of types it is another height.
  }, [rail, count]);
  return isMore;
}
