import type { JourneyId } from '@sodate/journey/id';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

type Refused = inferOutput<typeof trpc.journeys.refusals>['rows'][number];

/** The leads that met a trigger of a journey and could not enter: why, how often, and when last. */
export function RefusedLeads({ journey }: { journey: JourneyId }) {
  const t = useTexts<typeof texts>('journeys');
  const paging = usePaging({ reset: journey });
  const { data, isFetching } = useQuery({
    ...trpc.journeys.refusals.queryOptions({ journey, ...(paging.after === undefined ? {} : { after: paging.after }) }),
    placeholderData: keepPreviousData,
  });
  return (
    <DataTable<Refused>
      label={t('scope-refused')}
      columns={useColumns()}
      rows={data?.rows ?? []}
      rowKey={({ lead, reason }) => `${lead}/${reason}`}
      loading={isFetching}
      paging={paging}
      next={data?.next}
      empty={<EmptyState icon="users" title={t('refusedNone')} help={t('refusedNoneHelp')} />}
    />
  );
}

function useColumns(): readonly Column<Refused>[] {
  const t = useTexts<typeof texts>('journeys');
  const { dateTime, number } = useFormats();
  const leadName = useLeadName();
  return [
    {
      key: 'lead',
      title: t('lead'),
      cell: (row) => (
        <a href={`/leads/${row.lead}`}>
          <b>{leadName({ ...row, id: row.lead })}</b>
          {row.test && <small className="muted"> {t('testLead')}</small>}
        </a>
      ),
    },
    { key: 'company', title: t('company'), secondary: true, cell: (row) => row.company ?? '' },
    { key: 'why', title: t('refusedWhy'), cell: (row) => t(`refusal-${row.reason}`) },
    {
      key: 'count',
      title: t('refusedCount'),
      align: 'right',
      secondary: true,
      cell: (row) => number(row.count),
    },
    { key: 'last', title: t('refusedLast'), cell: (row) => <span className="nowrap">{dateTime(row.lastAt)}</span> },
  ];
}
