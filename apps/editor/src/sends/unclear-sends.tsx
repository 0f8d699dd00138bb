import { Button, Group } from '@mantine/core';
import type { UnclearEffect } from '@sodate/services/effect/list-unclear-effects';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BulkProgress } from '../bulk/bulk-progress.tsx';
import { SelectionBar } from '../bulk/selection-bar.tsx';
import { selectionColumn } from '../bulk/selection-column.tsx';
import type { texts as bulkTexts } from '../bulk/texts.ja.ts';
import { type Selection, useSelection } from '../bulk/use-selection.ts';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { TestMark } from '../leads/test-mark.tsx';
import { BackLink } from '../parts/back-link.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { usePaging } from '../parts/use-paging.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { BulkWords } from './bulk-words.tsx';
import { sendWords } from './send-words.ts';
import type { texts } from './texts.ja.ts';
import { useSendWord } from './use-send-word.ts';

/** Sends whose fate is unknown, for a person to look after. */
export function UnclearSends() {
  const t = useTexts<typeof texts>('sends');
  const paging = usePaging();
  const { data, isPending } = useQuery(
    trpc.effects.unclear.queryOptions(paging.after === undefined ? {} : { after: paging.after }, {
      placeholderData: keepPreviousData,
    }),
  );
  const mayWord = useMayWord();
  const rows = data?.rows ?? [];
  const selection = useSelection({ reset: '' });
  const columns = useColumns({ selection, rows });
  const total = data?.total ?? 0;
  return (
    <Page>
      <PageHeader title={t('title')} help={t('help')} above={<BackLink to="/">{t('back')}</BackLink>} />
      <BulkProgress of="sends" />
      {mayWord && rows.length > 0 && (
        <SelectionBar selection={selection} total={total}>
          <BulkWords selection={selection} total={total} rows={rows} />
        </SelectionBar>
      )}
      <DataTable
        label={t('list')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        loading={isPending}
        empty={<EmptyState icon="check" title={t('empty')} help={t('emptyHelp')} />}
        paging={paging}
        next={data?.next}
      />
    </Page>
  );
}

function useMayWord(): boolean {
  const { role } = useSession().person;
  return role === 'admin' || role === 'marketer';
}

function useColumns({
  selection,
  rows,
}: {
  selection: Selection;
  rows: readonly UnclearEffect[];
}): readonly Column<UnclearEffect>[] {
  const t = useTexts<typeof texts>('sends');
  const formats = useFormats();
  const bulk = useTexts<typeof bulkTexts>('bulk');
  const mayWord = useMayWord();
  const text = useText();
  const wordOf = useSendWord();
  const nameOf = useSendName();
  const columns: Column<UnclearEffect>[] = [
    {
      key: 'what',
      title: t('what'),
      cell: ({ subject, title, enrollment }) => {
        const href: string = `/enrollments/${enrollment}`;
        return (
          <>
            <b>{nameOf({ subject, title })}</b>
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
    {
      key: 'lead',
      title: t('lead'),
      cell: ({ lead, test }) => (
        <>
          {lead ?? t('hidden')}
          {test && <TestMark />}
        </>
      ),
    },
    { key: 'journey', title: t('journey'), secondary: true, cell: ({ journey }) => journey ?? '—' },
    { key: 'at', title: t('at'), secondary: true, cell: ({ createdAt }) => formats.dateTime(createdAt) },
    {
      key: 'kind',
      title: t('kind'),
      cell: (send) => (
        <>
          {wordOf({ send, word: send.kind })}
          {send.error !== null && (
            <>
              <br />
              <small className="muted">{wordOf({ send, word: 'said', values: { error: text(send.error) } })}</small>
            </>
          )}
        </>
      ),
    },
  ];
  if (!mayWord) return columns;
  const picking = selectionColumn<UnclearEffect>({
    selection,
    keys: rows.map(({ key }) => key),
    keyOf: ({ key }) => key,
    nameOf: ({ subject, title, lead }) => bulk('pick', { name: `${nameOf({ subject, title })} ${lead ?? ''}` }),
    pageLabel: bulk('pickPage'),
  });
  return [picking, ...columns, { key: 'settle', title: '', align: 'right', cell: (send) => <Settle send={send} /> }];
}

/** The mail by its subject, what another system's node does by that node's type. */
function useSendName(): (send: Pick<UnclearEffect, 'subject' | 'title'>) => string {
  const t = useTexts<typeof texts>('sends');
  const text = useText();
  return ({ subject, title }) => subject ?? (title === null ? t('mail') : text(title));
}

/** A person's word on one send. */
function Settle({ send }: { send: UnclearEffect }) {
  const t = useTexts<typeof texts>('sends');
  const wordOf = useSendWord();
  const nameOf = useSendName();
  const settle = useMutation(
    trpc.effects.settle.mutationOptions({
      onSuccess: (_, { as }) =>
        showSaved(as === 'again' ? wordOf({ send, word: 'doneAgain', values: { what: nameOf(send) } }) : t('done')),
      onSettled: async () => {
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.effects.pathKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.home.pathKey() }),
        ]);
      },
    }),
  );
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {sendWords[send.kind].map((as) => (
        <Button
          key={as}
          size="xs"
          variant="default"
          loading={settle.isPending}
          aria-label={`${wordOf({ send, word: as })}: ${nameOf(send)} ${send.lead ?? ''}`}
          onClick={() => settle.mutate({ key: send.key, as })}
        >
          {wordOf({ send, word: send.kind === 'failed' && as === 'missing' ? 'drop' : as })}
        </Button>
      ))}
    </Group>
  );
}
