import { useMediaQuery } from '@mantine/hooks';
import { outcomeCatalogOf } from '@sodate/journey/edit/outcome-catalog';
import type { JourneyId } from '@sodate/journey/id';
import { useQuery, useSuspenseQueries } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ReactFlowProvider } from '@xyflow/react';
import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { JourneyCanvas } from '../canvas/journey-canvas.tsx';
import { Rail } from '../canvas/rail.tsx';
import { Inspector } from '../inspector/inspector.tsx';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { createCanvasStore } from '../stores/canvas/create-canvas-store.ts';
import { openViewShelf } from '../stores/canvas/view-shelf.ts';
import { createCompanyStore } from '../stores/company/create-company-store.ts';
import { createDraftStore } from '../stores/draft/create-draft-store.ts';
import type { LoadedDraft } from '../stores/draft/draft-types.ts';
import { openPendingShelf } from '../stores/draft/pending-shelf.ts';
import { usualTimings } from '../stores/draft/sender.ts';
import { RestoreVersion } from '../versions/restore-version.tsx';
import { Announce } from './announce.ts';
import { CountsContext, useCountsQuery } from './counts-context.ts';
import { DraftNotices } from './draft-notices.tsx';
import { serverTransport } from './draft-transport.ts';
import { type DrawingRight, JourneyContext, type JourneyParts, useCanvas, useJourney } from './journey-context.ts';
import { JourneyPalette } from './journey-palette.tsx';
import classes from './journey-screen.module.css';
import { LatestChange } from './latest-change.tsx';
import { nothingOutside, SurroundingsContext } from './surroundings-context.ts';
import { TopBar } from './top-bar.tsx';
import { useJourneyHead } from './use-journey-head.ts';

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
      trpc.nodeTypes.list.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
      trpc.journeys.get.queryOptions({ journey }),
      trpc.journeys.surroundings.queryOptions(undefined, { staleTime: 10_000 }),
    ],
  });
  const types = useMemo(() => new Map(installed.described.map((one) => [one.type, one])), [installed]);
  const parts = useStores({ journey, loaded, types });
  if (parts === undefined) return null;
  return (
    <JourneyContext value={parts}>
      <ReactFlowProvider>
        <OpenJourney />
      </ReactFlowProvider>
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
}): JourneyParts | undefined {
  const { role } = useSession().person;
  const [stores, setStores] = useState<Pick<JourneyParts, 'draft' | 'canvas' | 'company'>>();
  const { state, heldNodes } = useJourneyHead({ journey });
  useEffect(() => {
    const company = createCompanyStore({ clientId: crypto.randomUUID() });
    const draft = createDraftStore({
      loaded,
      transport: serverTransport({ journey, company }),
      shelf: openPendingShelf({ storage: localStorage, journey }),
      catalog: outcomeCatalogOf({ described: [...types.values()] }),
      newId: () => crypto.randomUUID(),
      clock: () => Date.now(),
      timings: usualTimings,
    });
    const shelf = openViewShelf({ storage: localStorage, journey });
    setStores({ draft, company, canvas: createCanvasStore({ shelf }) });
    return () => {
      draft.close();
      company.close();
    };
  }, [journey, loaded, types]);
  // On a phone a journey is read, not drawn.
  const wide = useMediaQuery('(min-width: 768px)', true, { getInitialValueInEffect: false });
  const right = wide ? rightOf(role) : 'none';
  return useMemo(
    () => (stores === undefined ? undefined : { ...stores, journey, types, right, role, state, heldNodes }),
    [stores, journey, types, right, role, state, heldNodes],
  );
}

function rightOf(role: string): DrawingRight {
  if (role === 'admin' || role === 'marketer') return 'all';
  return role === 'sales-manager' ? 'sales' : 'none';
}

function OpenJourney() {
  const { journey, right } = useJourney();
  const head = useJourneyHead({ journey });
  const counts = useCountsQuery({ published: head.version !== null });
  const { data: outside } = useQuery(trpc.journeys.surroundings.queryOptions(undefined, { staleTime: 10_000 }));
  return (
    <SurroundingsContext value={outside ?? nothingOutside}>
      <CountsContext value={counts}>
        <Ground>
          <TopBar tab="edit" />
          {right !== 'none' && <Rail />}
          <JourneyCanvas />
          <DraftNotices />
          <LatestChange />
          {right === 'all' && <RestoreVersion />}
          <Announce />
          <JourneyPalette />
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
