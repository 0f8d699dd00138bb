import { useStore } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import { useShowWhole } from './use-show-whole.ts';

/** Where no view of this journey is remembered it is shown whole, as soon as the canvas knows how large it is. */
export function ShowWholeAtFirst(): null {
  const showWhole = useShowWhole();
  const isMeasured = useStore(({ width }) => width > 0);
  const shown = useRef(false);
  useLayoutEffect(() => {
    if (!isMeasured || shown.current) return;
    shown.current = true;
    showWhole();
  }, [isMeasured, showWhole]);
  return null;
}
