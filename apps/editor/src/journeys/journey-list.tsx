import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ListedJourney } from '@sodate/services/journey/list-journeys';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { StateChip } from '../parts/state-chip.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import classes from './journey-list.module.css';
import { NewJourney } from './new-journey.tsx';
import type { texts } from './texts.ja.ts';
import { useFault } from './use-fault.ts';

const filters = ['all', 'live', 'draft', 'paused', 'stopped', 'archived'] as const;
type Filter = (typeof filters)[number];

/** All journeys, the last changed first, with what goes on in them. */
export function JourneyList() {
  const t = useTexts<typeof texts>('journeys');
  const { role } = useSession().person;
  const draws = role === 'admin' || role === 'marketer';
  const navigate = useNavigate();
  const { create = false } = useSearch({ from: '/frame/journeys' });
  const [creating, setCreating] = useState(false);
  const stopCreating = () => {
    setCreating(false);
    if (create) void navigate({ to: '/journeys', search: {}, replace: true });
  };
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, 250);
  const paging = usePaging({ reset: `${filter}/${wanted}` });
  const input = {
    archived: filter === 'archived',
    ...(filter === 'all' || filter === 'archived' ? {} : { state: filter }),
    ...(wanted === '' ? {} : { search: wanted }),
    ...(paging.after === undefined ? {} : { after: paging.after }),
  };
  const { data, isFetching } = useQuery({
    ...trpc.journeys.list.queryOptions(input),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  const isFiltered = filter !== 'all' || wanted !== '';
  const isEmpty = data?.rows.length === 0 && !isFiltered && paging.page === 1;
  return (
    <Page>
      <PageHeader title={t('journeys')} help={t('listHelp')}>
        {draws && !isEmpty && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setCreating(true)}>
            {t('create')}
          </Button>
        )}
      </PageHeader>
      <div className={classes.filters}>
        <SegmentedControl
          size="xs"
          value={filter}
          onChange={(value) => setFilter(value as Filter)}
          data={filters.map((value) => ({ value, label: t(`filter-${value}`) }))}
        />
        <TextInput
          className={classes.search ?? ''}
          leftSection={<Icon name="search" />}
          placeholder={t('searchName')}
          aria-label={t('searchName')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <DataTable<ListedJourney>
        label={t('journeys')}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={({ id }) => id}
        loading={isFetching}
        paging={paging}
        next={data?.next}
        onOpen={({ id }) => void navigate({ to: '/journeys/$journey', params: { journey: id } })}
        empty={
          isFiltered ? (
            <EmptyState icon="journey" title={t('noneFound')} help={t('noneFoundHelp')} />
          ) : (
            <EmptyState icon="journey" title={t('noneYet')} help={t('noneYetHelp')}>
              {draws && <Button onClick={() => setCreating(true)}>{t('create')}</Button>}
            </EmptyState>
          )
        }
      />
      <NewJourney opened={draws && (creating || create)} onClose={stopCreating} />
    </Page>
  );
}

function useColumns(): readonly Column<ListedJourney>[] {
  const t = useTexts<typeof texts>('journeys');
  const { dateTime } = useFormats();
  return [
    {
      key: 'name',
      title: t('name'),
      cell: (row) => (
        <span className={classes.name}>
          <Link to="/journeys/$journey" params={{ journey: row.id }}>
            <b>{row.name}</b>
          </Link>
          <small>{t('nodes', { count: row.nodes })}</small>
        </span>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      cell: (row) => <StateChip state={row.state} version={row.version ?? undefined} />,
    },
    { key: 'inFlight', title: t('inFlight'), align: 'right', cell: (row) => t('people', { count: row.inFlight }) },
    {
      key: 'recent',
      title: t('recent'),
      align: 'right',
      secondary: true,
      cell: (row) => t('people', { count: row.enteredIn7Days }),
    },
    {
      key: 'entered',
      title: t('entered'),
      align: 'right',
      secondary: true,
      cell: (row) => t('people', { count: row.entered }),
    },
    { key: 'health', title: t('health'), secondary: true, cell: (row) => <Health row={row} /> },
    {
      key: 'updated',
      title: t('updated'),
      secondary: true,
      cell: (row) => <span className="nowrap">{dateTime(row.updatedAt)}</span>,
    },
  ];
}

function Health({ row }: { row: ListedJourney }) {
  const t = useTexts<typeof texts>('journeys');
  const fault = useFault(row);
  if (fault !== undefined) {
    return (
      <span className={classes.danger}>
        <Icon name="alert" size={14} />
        {fault}
      </span>
    );
  }
  if (row.errors > 0 && row.nodes > 0) {
    return (
      <span className={classes.warn}>
        <Icon name="alert" size={14} />
        {t('problems', { count: row.errors })}
      </span>
    );
  }
  if (row.draftDiffers) return <span className="muted">{t('unpublished')}</span>;
  return <span className="muted">{row.nodes === 0 ? t('emptyDraft') : t('healthy')}</span>;
}
