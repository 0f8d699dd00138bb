import { Button, Progress, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Panel } from '../parts/panel.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { queryClient } from '../server/query-client.ts';
import { server, trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

/** Says that made-up leads are there, and takes them out; nothing where there are none. */
export function MadeUpLeads() {
  const t = useTexts<typeof texts>('settings');
  const isAdmin = useSession().person.role === 'admin';
  const { data: count } = useQuery(trpc.seed.count.queryOptions(undefined, { enabled: isAdmin }));
  const [asking, setAsking] = useState(false);
  const [left, setLeft] = useState<number>();
  const remove = useMutation({
    mutationFn: async () => {
      // Batch by batch, so that each answer comes soon and the person sees how far it is.
      for (let rest = Number.POSITIVE_INFINITY; rest > 0; ) {
        ({ left: rest } = await server.seed.removeBatch.mutate());
        setLeft(rest);
      }
    },
    onSuccess: () => showSaved(t('seed.done')),
    onSettled: async () => {
      setLeft(undefined);
      await queryClient.invalidateQueries();
    },
  });
  if (count === undefined || count === 0) return null;
  const done = left === undefined ? 0 : count - left;
  return (
    <Panel title={t('seed')}>
      <Stack gap="sm">
        <p>{t('seed.help', { count })}</p>
        {remove.isPending && (
          <Progress.Root size="lg">
            <Progress.Section value={(100 * done) / count} aria-label={t('seed.progress', { done, count })} />
          </Progress.Root>
        )}
        <div>
          <Button variant="default" loading={remove.isPending} onClick={() => setAsking(true)}>
            {t('seed.remove', { count })}
          </Button>
        </div>
      </Stack>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('seed.title', { count })}
        action={t('seed.remove', { count })}
        danger
        onConfirm={async () => remove.mutate()}
      >
        {t('seed.confirm')}
      </Confirm>
    </Panel>
  );
}
