import type { JourneyId } from '@sodate/journey/id';
import { useSuspenseQueries } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useMemo } from 'react';
import { JourneyCanvas } from '../canvas/journey-canvas.tsx';
import { Rail } from '../canvas/rail.tsx';
import { Inspector } from '../inspector/inspector.tsx';
import { KeyHelpHost } from '../key-help/key-help-host.tsx';
import { AfterDrawing } from '../parts/after-drawing.tsx';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import { OpenPublishing } from '../publishing/open-publishing.ts';
import { byType } from '../reading/by-type.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import type { LoadedDraft } from '../stores/draft/draft-types.ts';
import { RestoreVersion } from '../versions/restore-version.tsx';
import { Announce } from './announce.ts';
import { CountsContext, useCountsQuery } from './counts-context.ts';
import { createStores } from './create-stores.ts';
import { DraftNotices } from './draft-notices.tsx';
import { FlowProvider } from './flow-provider.tsx';
import { JourneyContext, type JourneyParts, useCanvas, useJourney } from './journey-context.ts';
import { JourneyPalette } from './journey-palette.tsx';
import classes from './journey-screen.module.css';
import { LatestChange } from './latest-change.tsx';
import { ReturnToNode } from './return-to-node.tsx';
import { rightOf } from './right-of.ts';
import { nothingOutside, SurroundingsContext } from './surroundings-context.ts';
import { TopBar } from './top-bar.tsx';
import { useJourneyHead } from './use-journey-head.ts';
import { outsideWorldQuery, useOutsideWorld } from './use-outside-world.ts';

/** The editor of one journey. */
export function JourneyScreen() {
  const { journey } = useParams({ from: '/journeys/$journey' });
  const id = journey as JourneyId;
  return (
    <Suspense fallback={<PendingScreen />}>
      <LoadJourney key={id} journey={id} />
    </Suspense>
  );
}

function LoadJourney({ journey }: { journey: JourneyId }) {
  const draft = trpc.journeys.draft.queryOptions({ journey }, { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 });
  // At once: one after the other, each would cost a turn. The head is read again where it is needed.
  const [{ data: loaded }, { data: installed }] = useSuspenseQueries({
    queries: [
      { ...draft, refetchOnWindowFocus: false },
      trpc.nodeTypes.list.queryOptions(undefined, {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
      }),
      trpc.journeys.get.queryOptions({ journey }),
      outsideWorldQuery,
    ],
  });
  // The one that came with the page would be kept: who comes back begins with what is stored by then.
  useEffect(() => () => queryClient.removeQueries(trpc.journeys.draft.queryFilter({ journey })), [journey]);
  const parts = useStores({ journey, loaded, types: byType(installed.described) });
  return (
    <JourneyContext value={parts}>
      <FlowProvider>
        <OpenJourney />
      </FlowProvider>
    </JourneyContext>
  );
}

/** The stores live as long as the screen does; what is pending is kept in the browser beyond that. */
function useStores({
  journey,
  loaded,
  types,
}: {
  journey: JourneyId;
  loaded: LoadedDraft;
  types: JourneyParts['types'];
}): JourneyParts {
  const { role } = useSession().person;
  const stores = useMemo(() => createStores({ journey, loaded, types }), [journey, loaded, types]);
  useEffect(() => {
    const { draft, company } = stores;
    // In a turn of its own: a slow phone has drawn the screen by then, and answers first.
    const opening = setTimeout(() => draft.open());
    return () => {
      clearTimeout(opening);
      draft.close();
      company.close();
    };
  }, [stores]);
  const { state, heldNodes, rewritten } = useJourneyHead({ journey });
  // On a phone a journey is read, not drawn.
  const wide = useIsWide();
  const right = wide ? rightOf(role) : 'none';
  return useMemo(
    () => ({ ...stores, journey, types, right, role, state, heldNodes, rewritten }),
    [stores, journey, types, right, role, state, heldNodes, rewritten],
  );
}

function OpenJourney() {
  const { journey, right } = useJourney();
  const head = useJourneyHead({ journey });
  const counts = useCountsQuery({ published: head.version !== null });
  const outside = useOutsideWorld();
  return (
    <SurroundingsContext value={outside ?? nothingOutside}>
      <CountsContext value={counts}>
        <Ground>
          <TopBar tab="edit" />
          {right !== 'none' && <Rail />}
          <JourneyCanvas />
          <JourneyPalette />
          <AfterDrawing>
            <DraftNotices />
            <LatestChange />
            <ReturnToNode />
            {right === 'all' && <RestoreVersion />}
            {right === 'all' && <OpenPublishing />}
            <Announce />
            <KeyHelpHost />
          </AfterDrawing>
        </Ground>
      </CountsContext>
    </SurroundingsContext>
  );
}

/** Gives the panel its column. Alone in following it: to open a node's settings draws nothing else of the screen again. */
function Ground({ children }: { children: ReactNode }) {
  const { right } = useJourney();
  const panel = useCanvas((state) => state.panel);
  return (
    <div
      className={classes.screen}
      data-panel={panel !== undefined || undefined}
      data-rail={right !== 'none' || undefined}
    >
      {children}
      {/* Of its own: while it loads, an outer one would hide the canvas, which then measures nothing and loses its edges. */}
      <Suspense>{panel !== undefined && <Inspector panel={panel} />}</Suspense>
    </div>
  );
}
