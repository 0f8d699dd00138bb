import { SegmentedControl } from '@mantine/core';
import { callNode } from '@sodate/journey/graph/call-node';
import type { JourneyId } from '@sodate/journey/id';
import { sameText } from '@sodate/journey/text';
import { keepPreviousData, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { Suspense, useEffect, useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { trpc } from '../server/trpc.ts';
import { BulkEnrolments } from './bulk-enrolments.tsx';
import { JourneyBar } from './journey-bar.tsx';
import classes from './journey-leads.module.css';
import { LastMail } from './last-mail.tsx';
import { type LedgerChoice, LedgerPanel } from './ledger-panel.tsx';
import { RefusedLeads } from './refused-leads.tsx';
import type { texts } from './texts.ja.ts';
import { TryLive } from './try-live.tsx';
import { useJourneyHead } from './use-journey-head.ts';

export type Person = inferOutput<typeof trpc.journeys.people>['rows'][number];

const scopes = ['open', 'stuck', 'all', 'refused'] as const;
type Scope = (typeof scopes)[number];

/** All leads that a journey carries or has carried. */
export function JourneyLeads() {
  const { journey } = useParams({ from: '/journeys/$journey/leads' });
  return (
    <Suspense fallback={<PendingScreen />}>
      <Leads journey={journey as JourneyId} />
    </Suspense>
  );
}

function Leads({ journey }: { journey: JourneyId }) {
  const t = useTexts<typeof texts>('journeys');
  const head = useJourneyHead({ journey });
  const [which, setWhich] = useState<Scope>('open');
  const [choice, setChoice] = useState<LedgerChoice>();
  useReadTogether();
  return (
    <div className={classes.screen}>
      <JourneyBar journey={journey} tab="leads" />
      <main className={classes.content}>
        <BulkEnrolments
          journey={journey}
          paused={head.state === 'paused'}
          onSeeRefused={() => {
            setWhich('refused');
            setChoice(undefined);
          }}
        />
        <LedgerPanel
          journey={journey}
          choice={choice}
          onChoose={(next) => {
            setChoice(next);
            setWhich(next?.kind === 'reason' ? 'all' : 'open');
          }}
        />
        <SegmentedControl
          className={classes.scopes ?? ''}
          size="xs"
          value={which}
          onChange={(value) => {
            setWhich(scopes.find((one) => one === value) ?? 'open');
            setChoice(undefined);
          }}
          data={scopes.map((value) => ({ value, label: t(`scope-${value}`) }))}
        />
        {which === 'refused' ? (
          <RefusedLeads journey={journey} />
        ) : (
          <People journey={journey} which={which} choice={choice} live={head.state === 'live'} />
        )}
        {head.state === 'live' && <TryLive />}
      </main>
    </div>
  );
}

const everyMs = 10_000;

/** The sums and the list are held against each other: they are read anew at the same moment. */
function useReadTogether() {
  const queries = useQueryClient();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      void queries.invalidateQueries(trpc.journeys.people.pathFilter());
      void queries.invalidateQueries(trpc.operations.ledger.pathFilter());
    }, everyMs);
    return () => clearInterval(timer);
  }, [queries]);
}

function People({
  journey,
  which,
  choice,
  live,
}: {
  journey: JourneyId;
  which: Exclude<Scope, 'refused'>;
  choice: LedgerChoice | undefined;
  live: boolean;
}) {
  const t = useTexts<typeof texts>('journeys');
  const paging = usePaging({ reset: `${which} ${JSON.stringify(choice)}` });
  const { data, isPending } = useQuery({
    ...trpc.journeys.people.queryOptions({
      journey,
      which,
      ...(choice?.kind === 'node' ? { node: choice.node } : {}),
      ...(choice?.kind === 'reason' ? { reason: choice.reason } : {}),
      ...(paging.after === undefined ? {} : { after: paging.after }),
    }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns({ journey });
  return (
    <DataTable<Person>
      label={t('leads')}
      columns={columns}
      rows={data?.rows ?? []}
      rowKey={({ enrollment }) => enrollment}
      loading={isPending}
      paging={paging}
      next={data?.next}
      empty={
        which === 'stuck' ? (
          <EmptyState icon="check" title={t('nobodyStuck')} help={t('nobodyStuckHelp')} />
        ) : (
          <EmptyState icon="users" title={t('nobody')} help={t(live ? 'nobodyLiveHelp' : 'nobodyHelp')} />
        )
      }
    />
  );
}

function useColumns({ journey }: { journey: JourneyId }): readonly Column<Person>[] {
  const t = useTexts<typeof texts>('journeys');
  const text = useText();
  const { dateTime } = useFormats();
  const { data: draft } = useSuspenseQuery(trpc.journeys.draft.queryOptions({ journey }));
  const { data: installed } = useSuspenseQuery(trpc.nodeTypes.list.queryOptions());
  const lookUp = (id: Person['node']) => {
    const node = draft.graph.nodes[id] ?? draft.live?.graph.nodes[id];
    return { node, type: installed.described.find((one) => one.type === node?.type) };
  };
  const leadName = useLeadName();
  const titleOf = (id: Person['node']): string => {
    const { node, type } = lookUp(id);
    if (node === undefined) return id;
    return text(callNode({ node, type: type?.title ?? sameText(node.type), summary: draft.summaries[id] }));
  };
  const wordRetrying = ({ error }: NonNullable<Person['retrying']>): string =>
    error === null ? t('retrying') : t('retryingSaid', { error: text(error) });
  const standing = (row: Person): string => {
    if (row.removedBy !== null) return t('removedBy', { name: row.removedBy });
    if (row.state === 'ended') return t(`reason-${row.reason ?? 'completed'}`);
    if (row.state === 'stuck') return row.stuckWhy === null ? t('stuckHere') : text(row.stuckWhy);
    const { node, type } = lookUp(row.node);
    if (node !== undefined && type === undefined) return t('typeMissing', { type: node.type });
    if (row.retrying !== null) return wordRetrying(row.retrying);
    if (row.state === 'acting') return t('sending');
    return row.until === null ? t('waiting') : t('until', { time: dateTime(row.until) });
  };
  return [
    {
      key: 'lead',
      title: t('lead'),
      cell: (row) => (
        <a href={`/enrollments/${row.enrollment}`}>
          <b>{leadName({ ...row, id: row.lead })}</b>
          {row.test && <small className="muted"> {t('testLead')}</small>}
        </a>
      ),
    },
    { key: 'company', title: t('company'), secondary: true, cell: (row) => row.company ?? '' },
    { key: 'node', title: t('node'), cell: (row) => titleOf(row.node) },
    {
      key: 'standing',
      title: t('standing'),
      cell: (row) => (
        <>
          <span className={row.state === 'stuck' ? classes.stuck : ''}>{standing(row)}</span>
          {row.lastMail !== null && <LastMail mail={row.lastMail} title={titleOf(row.lastMail.node)} />}
        </>
      ),
    },
    {
      key: 'entered',
      title: t('enteredAt'),
      secondary: true,
      cell: (row) => <span className="nowrap">{dateTime(row.enteredAt)}</span>,
    },
  ];
}
