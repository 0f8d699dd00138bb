import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { boxesOf } from './boxes.ts';
import { findFirstCard } from './find-first-card.ts';
import { findOpeningView } from './find-opening-view.ts';
import { floatingOver } from './floating.ts';
import { currentLayout } from './use-layout.ts';

/** Brings the journey into sight when it is opened, as soon as the canvas knows how large it is. */
export function ShowOpeningView(): null {
  const parts = useJourney();
  const store = useStoreApi();
  const { setViewport } = useReactFlow();
  const isMeasured = useStore(({ width }) => width > 0);
  const shown = useRef(false);
  useLayoutEffect(() => {
    if (!isMeasured || shown.current) return;
    shown.current = true;
    const left = parts.canvas.firstView.viewport;
    // Who reloads the page is in the midst of something.
    if (left !== undefined && isReloaded()) return;
    const { width, height } = store.getState();
    const layout = currentLayout(parts);
    const view = findOpeningView({
      boxes: boxesOf(layout),
      first: findFirstCard({ layout, types: parts.types }),
      window: { width, height, floating: floatingOver(width) },
      left,
    });
    if (view === undefined) return;
    void setViewport(view);
    parts.canvas.keepViewport(view);
  }, [isMeasured, parts, store, setViewport]);
  return null;
}

/** Whether this very page was reloaded, rather than come to from another. */
function isReloaded(): boolean {
  const [load] = performance.getEntriesByType('navigation');
  return (
    load instanceof PerformanceNavigationTiming &&
    load.type === 'reload' &&
    new URL(load.name).pathname === window.location.pathname
  );
}
