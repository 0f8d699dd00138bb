import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { Notice } from './notice.tsx';
import classes from './notices.module.css';
import type { texts } from './texts.ja.ts';

const pageSize = 20;

/** One's own notices, newest first. Opening one marks it as read. */
export function NoticeList({ onOpen }: { onOpen: () => void }) {
  const t = useTexts<typeof texts>('notices');
  const [after, setAfter] = useState<string>();
  const { data } = useQuery(
    trpc.notices.list.queryOptions({ limit: pageSize, ...(after === undefined ? {} : { after }) }),
  );
  const { mutate: markRead } = useMutation(
    trpc.notices.markRead.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.notices.pathKey() }),
    }),
  );
  const rows = data?.rows ?? [];
  const next = data?.next;
  return (
    <section aria-label={t('title')}>
      <header className={classes.head}>
        <h2>{t('title')}</h2>
        {rows.some(({ readAt }) => readAt === null) && (
          <Button size="xs" variant="subtle" onClick={() => markRead({})}>
            {t('allRead')}
          </Button>
        )}
      </header>
      {data !== undefined && rows.length === 0 && <p className={classes.empty}>{t('empty')}</p>}
      <ul className={classes.list}>
        {rows.map((notice) => (
          <Notice
            key={notice.id}
            notice={notice}
            onOpen={() => {
              if (notice.readAt === null) markRead({ ids: [notice.id] });
              onOpen();
            }}
          />
        ))}
      </ul>
      {next !== undefined && (
        <Button fullWidth size="xs" variant="subtle" onClick={() => setAfter(next)}>
          {t('older')}
        </Button>
      )}
    </section>
  );
}
