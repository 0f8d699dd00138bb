import type { StuckLead } from '@sodate/services/enrollment/list-stuck';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { BulkProgress } from '../bulk/bulk-progress.tsx';
import { SelectionBar } from '../bulk/selection-bar.tsx';
import { type Selection, useSelection } from '../bulk/use-selection.ts';
import { useTexts } from '../language/use-texts.ts';
import { BackLink } from '../parts/back-link.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { trpc } from '../server/trpc.ts';
import { CausesPanel } from './causes-panel.tsx';
import type { StuckSearch } from './routes.ts';
import type { texts } from './texts.ja.ts';
import { useStuckColumns } from './use-stuck-columns.tsx';
import { WaysOut } from './ways-out.tsx';

const refreshMs = 10_000;

/** Leads that stand still until a person decides: what holds them up, and the ways out, one by one and in bulk. */
export function StuckPage() {
  const t = useTexts<typeof texts>('stuck');
  const search = useSearch({ from: '/frame/stuck' });
  const navigate = useNavigate();
  const { data: causes } = useQuery(
    trpc.enrollments.stuckGroups.queryOptions(undefined, { refetchInterval: refreshMs }),
  );
  const meant = (causes?.groups ?? []).filter(
    ({ journey, node, error }) =>
      (search.journey ?? journey.id) === journey.id &&
      (search.node ?? node.id) === node.id &&
      (search.error ?? error) === error,
  );
  const filtered = Object.keys(search).length > 0;
  const total = filtered ? meant.reduce((sum, { count }) => sum + count, 0) : (causes?.total ?? 0);
  return (
    <Page>
      <PageHeader title={t('title')} help={t('help')} above={<BackLink to="/">{t('back')}</BackLink>} />
      <BulkProgress of="stuck" />
      {causes !== undefined && causes.groups.length > 0 && (
        <CausesPanel
          groups={causes.groups}
          search={search}
          onChoose={(next) => void navigate({ to: '/stuck', search: next })}
        />
      )}
      <People search={search} total={total} />
    </Page>
  );
}

function People({ search, total }: { search: StuckSearch; total: number }) {
  const t = useTexts<typeof texts>('stuck');
  const reset = JSON.stringify(search);
  const paging = usePaging({ reset });
  const selection = useSelection({ reset });
  const { data, isPending } = useQuery(
    trpc.enrollments.stuck.queryOptions(
      { ...search, ...(paging.after === undefined ? {} : { after: paging.after }) },
      { placeholderData: keepPreviousData, refetchInterval: refreshMs },
    ),
  );
  const rows = data?.rows ?? [];
  const columns = useStuckColumns({ selection, rows });
  return (
    <>
      {rows.length > 0 && (
        <SelectionBar selection={selection} total={Math.max(total, rows.length)}>
          <WaysOut
            selection={selection}
            search={search}
            total={total}
            journey={journeyOf({ selection, search, rows })}
          />
        </SelectionBar>
      )}
      <DataTable<StuckLead>
        label={t('list')}
        columns={columns}
        rows={rows}
        rowKey={({ enrollment }) => enrollment}
        loading={isPending}
        empty={<EmptyState icon="check" title={t('empty')} help={t('emptyHelp')} />}
        paging={paging}
        next={data?.next}
      />
    </>
  );
}

/** The one journey of all that are picked, as far as this page knows; undefined: several. */
function journeyOf({
  selection,
  search,
  rows,
}: {
  selection: Selection;
  search: StuckSearch;
  rows: readonly StuckLead[];
}): string | undefined {
  if (search.journey !== undefined) return search.journey;
  if (selection.all) return undefined;
  const known = new Map<string, string>(rows.map(({ enrollment, journey }) => [enrollment, journey.id]));
  const journeys = new Set([...selection.picked].map((key) => known.get(key)));
  return journeys.size === 1 ? [...journeys][0] : undefined;
}
