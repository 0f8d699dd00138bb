import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { DataTable } from '../parts/data-table.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import { usePaging } from '../parts/use-paging.ts';
import { trpc } from '../server/trpc.ts';
import { AddLead } from './add-lead.tsx';
import { EnrolAll } from './enrol-all.tsx';
import { LeadCards } from './lead-cards.tsx';
import { LeadFilters } from './lead-filters.tsx';
import type { ListSearch } from './list-search.ts';
import { PickedLeads } from './picked-leads.tsx';
import { ScoresBehind } from './scores-behind.tsx';
import type { texts } from './texts.ja.ts';
import { useLeadColumns } from './use-lead-columns.tsx';
import { useLeadPicking } from './use-lead-picking.ts';
import { useMayAdd, useMayEdit } from './use-may-edit.ts';

/** All leads: searched, narrowed and ordered by the server, a page at a time. */
export function LeadList() {
  const t = useTexts<typeof texts>('leads');
  const navigate = useNavigate({ from: '/leads' });
  const { add = false, ...search } = useSearch({ from: '/frame/leads' });
  const [opened, setOpened] = useState<'add' | 'enrol-all'>();
  const close = () => {
    setOpened(undefined);
    if (add) change(search);
  };
  const narrow = !useIsWide();
  const rules = useQuery(trpc.scores.rules.queryOptions(undefined, { staleTime: 60_000 }));
  const filter = filterOf({ search, hotAt: rules.data?.hotAt });
  const paging = usePaging({ reset: JSON.stringify(search) });
  const list = useQuery(
    trpc.leads.list.queryOptions(
      {
        filter,
        sort: search.sort ?? 'last-seen',
        limit: 50,
        ...(paging.after === undefined ? {} : { after: paging.after }),
      },
      {
        placeholderData: keepPreviousData,
        enabled: search.hot !== true || rules.data !== undefined,
        refetchInterval: 30_000,
      },
    ),
  );
  const count = useQuery(
    trpc.leads.count.queryOptions({ filter }, { placeholderData: keepPreviousData, meta: { silent: true } }),
  );
  const people = count.data && t(count.data.more ? 'moreThan' : 'people', { count: count.data.count });
  const change = (next: ListSearch) => void navigate({ search: next, replace: true });
  const open = (lead: string) => void navigate({ to: '/leads/$lead', params: { lead } });
  const columns = useLeadColumns({ search, onSearch: change, hotAt: rules.data?.hotAt });
  const may = useMayEdit();
  const mayAdd = useMayAdd();
  const rows = list.data?.rows ?? [];
  const { selection, column } = useLeadPicking({ rows, filter });
  const filtered = Object.keys(search).some((name) => name !== 'sort');
  const empty = filtered ? (
    <NoneFound search={search} onClear={() => change({})} />
  ) : (
    <NoneYet onAdd={() => setOpened('add')} />
  );
  return (
    <Page>
      <PageHeader title={t('leads')} help={people}>
        {(rows.length > 0 || filtered) && (
          <ListActions
            mayEnrol={rows.length > 0 && selection.picked.size === 0}
            counted={people !== undefined}
            onOpen={setOpened}
          />
        )}
      </PageHeader>
      <LeadFilters search={search} onSearch={change} />
      <ScoresBehind />
      {narrow ? (
        <LeadCards
          rows={rows}
          empty={empty}
          loading={list.isPending}
          paging={paging}
          next={list.data?.next}
          hotAt={rules.data?.hotAt}
          search={search.search}
        />
      ) : (
        <DataTable
          label={t('leads')}
          columns={may ? [column, ...columns] : columns}
          rows={rows}
          rowKey={({ id }) => id}
          empty={empty}
          loading={list.isPending}
          onOpen={({ id }) => open(id)}
          paging={paging}
          next={list.data?.next}
        />
      )}
      <PickedLeads selection={selection} any={rows.length > 0} />
      {(opened === 'add' || (add && mayAdd)) && <AddLead onClose={close} onAdded={open} />}
      {opened === 'enrol-all' && <EnrolAll filter={filter} people={people ?? ''} onClose={close} />}
    </Page>
  );
}

function NoneFound({ search, onClear }: { search: ListSearch; onClear: () => void }) {
  const t = useTexts<typeof texts>('leads');
  const help = t(search.search === undefined ? 'noneHelp.filter' : 'noneHelp.search');
  return (
    <EmptyState icon="search" title={t('none')} help={help}>
      <Button variant="default" onClick={onClear}>
        {t('clear')}
      </Button>
    </EmptyState>
  );
}

function NoneYet({ onAdd }: { onAdd: () => void }) {
  const t = useTexts<typeof texts>('leads');
  const mayAdd = useMayAdd();
  const may = useMayEdit();
  return (
    <EmptyState icon="users" title={t('empty')} help={t('emptyHelp')}>
      {mayAdd && <Button onClick={onAdd}>{t('add')}</Button>}
      {may && <ImportLink />}
    </EmptyState>
  );
}

/** What can be begun here, by those who may. */
function ListActions({
  mayEnrol,
  counted,
  onOpen,
}: {
  mayEnrol: boolean;
  counted: boolean;
  onOpen: (what: 'add' | 'enrol-all') => void;
}) {
  const t = useTexts<typeof texts>('leads');
  const may = useMayEdit();
  const mayAdd = useMayAdd();
  return (
    <>
      {may && mayEnrol && (
        <Button variant="default" disabled={!counted} onClick={() => onOpen('enrol-all')}>
          {t('enrolAll')}
        </Button>
      )}
      {may && <ImportLink />}
      {mayAdd && (
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => onOpen('add')}>
          {t('add')}
        </Button>
      )}
    </>
  );
}

function ImportLink() {
  const t = useTexts<typeof texts>('leads');
  return (
    <Button variant="default" component={Link} to="/leads/import">
      {t('importLeads')}
    </Button>
  );
}

function filterOf({ search, hotAt }: { search: ListSearch; hotAt: number | undefined }) {
  const { search: text, stage, owner, scoreFrom, scoreBelow, company, consent, journey, hot, reached, month } = search;
  const hotFrom = hot === true ? hotAt : undefined;
  const atLeast = Math.max(scoreFrom ?? Number.NEGATIVE_INFINITY, hotFrom ?? Number.NEGATIVE_INFINITY);
  return {
    ...(text === undefined ? {} : { search: text }),
    ...(stage === undefined ? {} : { stages: [stage] }),
    ...(owner === undefined ? {} : { owner }),
    ...(company === undefined ? {} : { company }),
    ...(consent === undefined ? {} : { consent }),
    ...(journey === undefined ? {} : { journey }),
    ...(reached === undefined ? {} : { reached: { stage: reached, month: month ?? ('this' as const) } }),
    ...(Number.isFinite(atLeast) ? { scoreAtLeast: atLeast } : {}),
    ...(scoreBelow === undefined ? {} : { scoreBelow }),
  };
}
