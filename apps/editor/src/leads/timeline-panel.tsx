import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { server, trpc } from '../server/trpc.ts';
import type { TimelineKind } from './lead-types.ts';
import type { texts } from './texts.ja.ts';
import { TimelineDays } from './timeline-days.tsx';
import classes from './timeline-panel.module.css';

const kinds: readonly TimelineKind[] = ['page', 'mail', 'form', 'event', 'sales', 'journey', 'change'];

const firstPage: string | undefined = undefined;

/** All that the lead did and that happened to it, the latest first, day by day. */
export function TimelinePanel({ lead }: { lead: string }) {
  const t = useTexts<typeof texts>('leads');
  const [kind, setKind] = useState<TimelineKind | 'all'>('all');
  const counts = useQuery(trpc.leads.timelineCounts.queryOptions({ lead }));
  const asked = { lead, limit: 50, ...(kind === 'all' ? {} : { kind }) };
  const history = useInfiniteQuery({
    queryKey: [...trpc.leads.timeline.queryKey(asked), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      server.leads.timeline.query({ ...asked, ...(pageParam === undefined ? {} : { after: pageParam }) }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    refetchInterval: 15_000,
  });
  const { refetch } = counts;
  const readAt = history.dataUpdatedAt;
  // The numbers are held against the list: they are read anew whenever it was.
  useEffect(() => {
    if (readAt > 0) void refetch();
  }, [readAt, refetch]);
  const top = useCalledFor({ ready: history.data !== undefined });
  const events = history.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const sum = Object.values(counts.data ?? {}).reduce((total, count) => total + count, 0);
  const choices = [
    { value: 'all', label: `${t('kind.all')} ${sum}` },
    ...kinds
      .filter((one) => one === kind || (counts.data?.[one] ?? 0) > 0)
      .map((one) => ({ value: one, label: `${t(`kind.${one}`)} ${counts.data?.[one] ?? 0}` })),
  ];
  return (
    <Panel
      title={<span ref={top}>{t('timeline')}</span>}
      actions={
        <div className={classes.filter}>
          <SegmentedControl
            size="xs"
            aria-label={t('timelineFilter')}
            data={choices}
            value={kind}
            onChange={(value) => setKind(value as TimelineKind | 'all')}
          />
        </div>
      }
    >
      {events.length === 0 && !history.isPending && <p className="muted">{t('noEvents')}</p>}
      <TimelineDays events={events} />
      {history.hasNextPage && (
        <Button
          variant="default"
          fullWidth
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('older')}
        </Button>
      )}
    </Panel>
  );
}

/** Brings the history to the top where the address asks for it, once its first page is there. */
function useCalledFor({ ready }: { ready: boolean }) {
  const top = useRef<HTMLSpanElement>(null);
  const isAsked = useLocation({ select: ({ hash }) => hash === 'history' });
  useEffect(() => {
    if (ready && isAsked) top.current?.scrollIntoView();
  }, [ready, isAsked]);
  return top;
}
