import { Button } from '@mantine/core';
import type { JourneyId } from '@sodate/journey/id';
import type { ListedShare } from '@sodate/services/share/list-shares';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { queryClient } from '../server/query-client.ts';
import { server, trpc } from '../server/trpc.ts';
import classes from './share-dialog.module.css';
import type { texts } from './texts.ja.ts';

const firstPage: string | undefined = undefined;
const limit = 20;
/** Somebody may open a link while this is looked at. */
const everyMs = 10_000;

/** The links that somebody may still use: who made each, until when it is good, how often it was opened. */
export function ShareList({ journey }: { journey: JourneyId }) {
  const t = useTexts<typeof texts>('share');
  const [asked, setAsked] = useState<ListedShare>();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...trpc.shares.list.queryKey({ journey }), 'all'],
    queryFn: ({ pageParam, signal }) =>
      server.shares.list.query(
        { journey, limit, ...(pageParam === undefined ? {} : { after: pageParam }) },
        { signal },
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    refetchInterval: everyMs,
  });
  const revoke = useMutation(
    trpc.shares.revoke.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.shares.list.pathFilter()),
    }),
  );
  const shares = data?.pages.flatMap(({ rows }) => rows);
  return (
    <section className={classes.list}>
      <h3>{t('links')}</h3>
      {shares?.length === 0 && <p className="muted">{t('noLinks')}</p>}
      <ul>
        {shares?.map((share) => (
          <ShareLine key={share.id} share={share} onRevoke={() => setAsked(share)} />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="subtle" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <Confirm
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('revokeTitle')}
        action={t('revoke')}
        danger
        onConfirm={async () => {
          if (asked !== undefined) await revoke.mutateAsync({ journey, share: asked.id });
        }}
      >
        {t('revokeHelp')}
      </Confirm>
    </section>
  );
}

function ShareLine({ share, onRevoke }: { share: ListedShare; onRevoke: () => void }) {
  const t = useTexts<typeof texts>('share');
  const { dateTime } = useFormats();
  const { shows, withCounts, createdAt, createdBy, expiresAt, expired, opened, openedAt } = share;
  const made =
    createdBy === null
      ? t('madeByNobody', { time: dateTime(createdAt) })
      : t('madeBy', { name: createdBy, time: dateTime(createdAt) });
  const until = expiresAt === null ? t('forever') : t('until', { time: dateTime(expiresAt) });
  const title = [t(`shows-${shows}`), withCounts ? t('counted') : '', expired ? t('expired') : until];
  return (
    <li>
      <div>
        <b>{title.filter(Boolean).join(' · ')}</b>
        <small>{made}</small>
        <small>{openedAt === null ? t('neverOpened') : t('opened', { count: opened, time: dateTime(openedAt) })}</small>
      </div>
      <Button
        variant="default"
        size="xs"
        aria-label={t('revokeLabel', { link: `${t(`shows-${shows}`)} ${made}` })}
        onClick={onRevoke}
      >
        {t('revoke')}
      </Button>
    </li>
  );
}
