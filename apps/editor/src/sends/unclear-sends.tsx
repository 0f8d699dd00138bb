import { Button, Group } from '@mantine/core';
import type { UnclearEffect } from '@sodate/services/effect/list-unclear-effects';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

/** Sends whose fate is unknown, for a person to look after. */
export function UnclearSends() {
  const t = useTexts<typeof texts>('sends');
  const paging = usePaging();
  const { data, isPending } = useQuery(
    trpc.effects.unclear.queryOptions(paging.after === undefined ? {} : { after: paging.after }, {
      placeholderData: keepPreviousData,
    }),
  );
  const columns = useColumns();
  return (
    <Page>
      <PageHeader
        title={t('title')}
        help={t('help')}
        above={
          <Link className="link" to="/">
            {t('back')}
          </Link>
        }
      />
      <DataTable
        label={t('list')}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={({ key }) => key}
        loading={isPending}
        empty={<EmptyState icon="check" title={t('empty')} help={t('emptyHelp')} />}
        paging={paging}
        next={data?.next}
      />
    </Page>
  );
}

function useColumns(): readonly Column<UnclearEffect>[] {
  const t = useTexts<typeof texts>('sends');
  const formats = useFormats();
  const { role } = useSession().person;
  const columns: Column<UnclearEffect>[] = [
    {
      key: 'what',
      title: t('what'),
      cell: ({ subject, channel, enrollment }) => {
        const href: string = `/enrollments/${enrollment}`;
        return (
          <>
            <b>{subject ?? channel}</b>
            {enrollment !== null && (
              <>
                <br />
                <Link className="link" to={href}>
                  {t('passage')}
                </Link>
              </>
            )}
          </>
        );
      },
    },
    { key: 'lead', title: t('lead'), cell: ({ lead }) => lead ?? t('hidden') },
    { key: 'journey', title: t('journey'), secondary: true, cell: ({ journey }) => journey ?? '—' },
    { key: 'at', title: t('at'), secondary: true, cell: ({ createdAt }) => formats.dateTime(createdAt) },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(kind) },
  ];
  if (role !== 'admin' && role !== 'marketer') return columns;
  return [...columns, { key: 'settle', title: '', align: 'right', cell: (send) => <Settle send={send} /> }];
}

/** A person's word on one send. */
function Settle({ send }: { send: UnclearEffect }) {
  const t = useTexts<typeof texts>('sends');
  const settle = useMutation(
    trpc.effects.settle.mutationOptions({
      onSettled: async () => {
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.effects.pathKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.home.pathKey() }),
        ]);
      },
    }),
  );
  const words = send.kind === 'doubled' ? (['seen'] as const) : (['arrived', 'missing'] as const);
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {words.map((as) => (
        <Button
          key={as}
          size="xs"
          variant="default"
          loading={settle.isPending}
          aria-label={`${t(as)}: ${send.subject ?? send.channel} ${send.lead ?? ''}`}
          onClick={() => settle.mutate({ key: send.key, as })}
        >
          {t(as)}
        </Button>
      ))}
    </Group>
  );
}
