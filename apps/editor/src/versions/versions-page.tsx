import type { JourneyId } from '@sodate/journey/id';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { Suspense, useState } from 'react';
import { JourneyBar } from '../journeys/journey-bar.tsx';
import { useJourneyHead } from '../journeys/use-journey-head.ts';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { server, trpc } from '../server/trpc.ts';
import { compareWith } from './compare-with.ts';
import { Difference } from './difference.tsx';
import type { texts } from './texts.ja.ts';
import { ToPublish } from './to-publish.tsx';
import { VersionList } from './version-list.tsx';
import classes from './versions.module.css';

export type ListedVersion = inferOutput<typeof trpc.versions.list>['rows'][number];

/** A published version by its number, the draft, or nothing: what stood before the first version. */
export type Side = number | 'draft' | 'nothing';

export interface Compared {
  readonly before: Side;
  readonly after: Side;
}

/** The version or draft that somebody looks at, and what it is held against. */
export interface Look {
  readonly of: Side;
  readonly compared: Compared;
}

const firstPage: string | undefined = undefined;

/** A journey's published versions, what differs between any two, and the way back to one. */
export function VersionsPage() {
  const { journey } = useParams({ from: '/journeys/$journey/versions' });
  return (
    <Suspense fallback={<PendingScreen />}>
      <Versions key={journey} journey={journey as JourneyId} />
    </Suspense>
  );
}

function Versions({ journey }: { journey: JourneyId }) {
  const t = useTexts<typeof texts>('versions');
  const { version: live, name, draftDiffers } = useJourneyHead({ journey });
  const { after } = useSearch({ from: '/journeys/$journey/versions' });
  // Who comes for the draft sees it, though the head that was read last may not know of the change yet.
  const [chosen, setChosen] = useState<Look | undefined>(
    after === undefined || live === null ? undefined : { of: after, compared: { before: live, after } },
  );
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...trpc.versions.list.queryKey({ journey }), 'all'],
    queryFn: ({ pageParam, signal }) =>
      server.versions.list.query({ journey, ...(pageParam === undefined ? {} : { after: pageParam }) }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
  });
  const versions = data?.pages.flatMap(({ rows }) => rows) ?? [];
  const look = chosen ?? (live === null ? undefined : firstLook({ live, draftDiffers }));
  return (
    <div className={classes.screen}>
      <title>{`${t('versions')} | ${name} | Sodate`}</title>
      <JourneyBar journey={journey} tab="versions" acts={draftDiffers && <ToPublish journey={journey} />} />
      {look === undefined ? (
        <main className={classes.empty}>
          <EmptyState icon="history" title={t('noneYet')} help={t('noneYetHelp')} />
        </main>
      ) : (
        <main className={classes.content}>
          <VersionList
            journey={journey}
            versions={versions}
            live={live}
            look={look}
            onLook={setChosen}
            more={hasNextPage ? { show: () => void fetchNextPage(), busy: isFetchingNextPage } : undefined}
          />
          <Difference
            journey={journey}
            live={live}
            versions={versions}
            look={look}
            onCompare={(compared) => setChosen({ of: compared.after, compared })}
          />
        </main>
      )}
    </div>
  );
}

/** What is new in the draft; where nothing is, what was new in the version that is live. */
function firstLook({ live, draftDiffers }: { live: number; draftDiffers: boolean }): Look {
  if (draftDiffers) return { of: 'draft', compared: { before: live, after: 'draft' } };
  return { of: live, compared: compareWith({ number: live, against: 'before', live }) };
}
